import { Link, useSearchParams } from 'react-router';
import type { Track } from '#web/api/track.ts';
import { CallMark } from '#web/parts/call-mark.tsx';
import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { ContactDetails } from './contact-details.tsx';
import { whyNot } from './event-choices.ts';
import { LastSession } from './last-session.tsx';
import { ReturnMatter } from './return-matter.tsx';
import { useTrack } from './use-track.ts';
import { useWorkItem } from './use-work-item.ts';
import './consultation-page.css';

const WORDS = {
  title: { zh: '法律咨询', en: 'Consultation' },
  recorded: { zh: '已保存：会谈记录。', en: 'Saved: the session.' },
  call: { zh: '现在能联系她吗', en: 'Safe to contact now?' },
  due: { zh: '到期', en: 'Due' },
  noDue: { zh: '没有期限', en: 'No deadline' },
  record: { zh: '记录会谈', en: 'Record a session' },
  apply: { zh: '起草人身安全保护令申请书', en: 'Draft the application for a protection order' },
  others: { zh: '这个个案的其他步骤', en: 'Other steps of this case' },
};

/** One matter of a lawyer: how it stands, whether she may be called, and what can be done now. */
export function ConsultationPage() {
  const { query } = useTrack();
  const [search] = useSearchParams();
  const say = useSay();
  return (
    <Page title={WORDS.title}>
      {search.get('recorded') === 'session.held' && <Notice kind="good">{say(WORDS.recorded)}</Notice>}
      <QueryState query={query}>
        {(track) => (
          <>
            <Standing track={track} />
            <Doings track={track} />
            <LastSession track={track} />
            <ContactDetails caseId={track.caseId} />
          </>
        )}
      </QueryState>
    </Page>
  );
}

/** State, due and safe contact: always in this place. */
function Standing({ track }: { readonly track: Track }) {
  const say = useSay();
  const item = useWorkItem(track.id);
  const due = track.deadlines
    .filter(({ outcome }) => outcome === 'open')
    .toSorted((a, b) => a.safeDue.localeCompare(b.safeDue))[0];
  return (
    <section className="matter-standing card">
      <div className="matter-state">
        {track.titles.map((title) => (
          <Chip key={title.zh} tone="info">
            {say(title)}
          </Chip>
        ))}
        {item !== null && item.risk !== null && <RiskMark risk={item.risk} />}
        {item !== null && <code>{item.caseNumber}</code>}
      </div>
      <dl className="matter-facts">
        <div>
          <dt>{say(WORDS.due)}</dt>
          <dd>{due === undefined ? say(WORDS.noDue) : <Due at={due.safeDue} />}</dd>
          {due !== undefined && <dd className="field-help">{say(due.title)}</dd>}
        </div>
        <div>
          <dt>{say(WORDS.call)}</dt>
          <dd>{item !== null && <CallMark answer={item.safeContact} />}</dd>
        </div>
      </dl>
    </section>
  );
}

function Doings({ track }: { readonly track: Track }) {
  const say = useSay();
  return (
    <section className="matter-doings">
      <Doing
        to={`/consultations/${track.id}/session`}
        words={WORDS.record}
        refused={whyNot(track, 'session.held')}
        isFirst
      />
      <Doing to={`/consultations/${track.id}/application`} words={WORDS.apply} refused={null} />
      <ReturnMatter track={track} />
      <Link to={`/cases/${track.caseId}/tracks/${track.id}`}>{say(WORDS.others)}</Link>
    </section>
  );
}

type DoingProps = {
  readonly to: string;
  readonly words: Words;
  readonly refused: Words | null;
  readonly isFirst?: boolean;
};

/** A way on; one that is closed stays visible, with the reason. */
function Doing({ to, words, refused, isFirst = false }: DoingProps) {
  const say = useSay();
  if (refused === null) {
    return (
      <Link className={`button ${isFirst ? 'button-primary' : ''}`} to={to}>
        {say(words)}
      </Link>
    );
  }
  return (
    <p className="matter-closed">
      <span className="button" aria-disabled="true">
        {say(words)}
      </span>
      <span className="field-help">{say(refused)}</span>
    </p>
  );
}
