import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Case, workflowsQuery } from '#web/api/case.ts';
import { agenciesQuery } from '#web/api/directory.ts';
import { Chip } from '#web/parts/chip.tsx';
import { useInView } from '#web/parts/use-in-view.ts';
import { useSay } from '#web/words/language.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import { listWords } from '#web/words/words.ts';
import { caseAddress } from './case-address.ts';

const WORDS = {
  tracks: { zh: '办理环节', en: 'Tracks of the case' },
  done: { zh: '已办结', en: 'Done' },
};

/** The tracks of a case with the state of each: those that run first. */
export function TrackTabs({
  ofCase,
  chosen,
}: {
  readonly ofCase: Case;
  readonly chosen: string | undefined;
}) {
  const say = useSay();
  const { data: workflows } = useQuery(workflowsQuery());
  const { data: agencies } = useQuery(agenciesQuery());
  const row = useInView<HTMLElement>('[aria-current]', `${chosen} ${workflows === undefined}`);
  const tracks = ofCase.tracks.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <nav ref={row} className="track-tabs" aria-label={say(WORDS.tracks)}>
      {tracks.map(({ id, workflow, state, titles, isFinal, agency }) => {
        const title = workflows?.items.find((known) => known.id === workflow)?.title;
        const name = agencies?.find((known) => known.id === agency)?.name;
        return (
          <Link
            key={id}
            to={caseAddress(ofCase.id, id)}
            preventScrollReset
            className="track-tab"
            aria-current={id === chosen ? 'true' : undefined}
          >
            <span className="track-tab-title">{title === undefined ? '…' : say(title)}</span>
            <span className="track-tab-state">{say(listWords(tellingTitles({ state, titles })))}</span>
            <span className="track-tab-state">{name === undefined ? '' : say(name)}</span>
            {isFinal && <Chip>{say(WORDS.done)}</Chip>}
          </Link>
        );
      })}
    </nav>
  );
}

/** The intake first, papers on their way to other agencies after the work, and what is done last. */
function rankOf({ workflow, isFinal }: Case['tracks'][number]): number {
  if (isFinal) return 3;
  if (workflow === 'intake') return 0;
  return workflow === 'referral' ? 2 : 1;
}
