import { useSearchParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { HandoffRow } from './handoff-row.tsx';
import { STATUS_WORDS } from './handoff-words.ts';
import { type Box, type Handoff, useHandoffs } from './read-handoffs.ts';
import './handoffs.css';

const WORDS = {
  title: { zh: '转介', en: 'Handoffs' },
  box: { zh: '收件还是发件', en: 'In or out' },
  status: { zh: '状态', en: 'Status' },
  more: { zh: '再看更早的', en: 'Show older ones' },
  none: {
    in: {
      zh: '没有这样的来件。别的单位交给你们的事会出现在这里。',
      en: 'Nothing came in. What other agencies hand to yours comes here.',
    },
    out: {
      zh: '没有这样的发件。在个案页可以转介、移送、通报。',
      en: 'Nothing was sent. Handoffs are made on the page of a case.',
    },
  },
};

const BOXES = [
  { code: 'in', words: { zh: '收到的', en: 'Received' } },
  { code: 'out', words: { zh: '发出的', en: 'Sent' } },
] as const;
const STATUSES = (Object.keys(STATUS_WORDS) as Handoff['status'][]).map((code) => ({
  code,
  words: STATUS_WORDS[code],
}));

/** Work between agencies: what came in and waits for an answer, what went out and what became of it. */
export function HandoffsPage() {
  const say = useSay();
  const [address, setAddress] = useSearchParams();
  const box: Box = address.get('box') === 'out' ? 'out' : 'in';
  const status = STATUSES.find(({ code }) => code === address.get('status'))?.code ?? null;
  const query = useHandoffs(box, status);
  const go = (next: { box: Box; status: string | null }): void =>
    setAddress({ box: next.box, ...(next.status !== null && { status: next.status }) }, { replace: true });
  return (
    <Page title={WORDS.title}>
      <div className="handoff-filters">
        <Choice
          label={WORDS.box}
          options={BOXES}
          value={box}
          isRequired
          onChoose={(code) => go({ box: code ?? 'in', status })}
        />
        <Choice
          label={WORDS.status}
          options={STATUSES}
          value={status}
          onChoose={(code) => go({ box, status: code })}
        />
      </div>
      <QueryState query={query}>
        {(handoffs) => (
          <>
            {handoffs.length === 0 && <EmptyState words={WORDS.none[box]} />}
            <ul className="handoff-list">
              {handoffs.map((handoff) => (
                <HandoffRow key={handoff.id} handoff={handoff} box={box} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {say(WORDS.more)}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}
