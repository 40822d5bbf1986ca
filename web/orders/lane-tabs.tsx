import { Link } from 'react-router';
import { useSay } from '#web/words/language.ts';
import { type BoardFilter, searchWith } from './board-filter.ts';
import type { Board } from './board-query.ts';
import './lane-tabs.css';

const WORDS = {
  ways: { zh: '按阶段筛选', en: 'By lane' },
  all: { zh: '看板', en: 'The board' },
};

/** The lanes with how many are in each; one click shows that lane alone. */
export function LaneTabs({ board, filter }: { readonly board: Board; readonly filter: BoardFilter }) {
  const say = useSay();
  return (
    <nav className="lane-tabs not-on-paper" aria-label={say(WORDS.ways)}>
      <Link to={`/orders${searchWith(filter, { lane: null })}`} aria-current={filter.lane === undefined}>
        {say(WORDS.all)}
      </Link>
      {board.lanes.map(({ lane, title, count }) => (
        <Link
          key={lane}
          to={`/orders${searchWith(filter, { lane })}`}
          aria-current={filter.lane === lane}
          className={`lane-tab-${lane}`}
        >
          {say(title)} <span className="lane-tab-count">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
