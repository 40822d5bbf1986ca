import { Link } from 'react-router';
import { useNowMs } from '#web/api/clock.ts';
import { Chip } from '#web/parts/chip.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import { dayText } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';
import { historyOf } from './call-history.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import { type Known, type KnownCase, useKnown } from './use-known.ts';

const WORDS = {
  title: { zh: '以前来过吗', en: 'Is she known?' },
  type: { zh: '输入号码，边输边查。', en: 'Type the number: it is looked up as you type.' },
  fresh: { zh: '这个号码没有您能看到的个案。', en: 'No case that you may see has this number.' },
  repeat: { zh: '90 天内第 {} 次来电', en: 'Contact no. {} within 90 days' },
  refusals: { zh: '以前没有办成：', en: 'Help ended before: ' },
  order: { zh: '人身安全保护令有效', en: 'A protection order is in force' },
  more: { zh: '另有 {} 件', en: '{} more' },
  agreed: { zh: '约定的联系方式', en: 'Agreed contact' },
  open: { zh: '办理中', en: 'Open' },
  closed: { zh: '已结案', en: 'Closed' },
  opened: { zh: '{} 立案', en: 'opened {}' },
  hers: {
    zh: '同一个人再来电，请打开她的个案记录，不要重复建案；新的人（如家人）才建新案。',
    en: 'If it is the same person, work on in her case; open a new one only for somebody else.',
  },
};

const SHOWN_LIMIT = 3;

type KnownPanelProps = {
  readonly phone: string;
  /** The case that this call has become: it is no earlier one. */
  readonly ownCase: string | null;
};

/** What is known under the number that is being typed, and what to mind before anything is said. */
export function KnownPanel({ phone, ownCase }: KnownPanelProps) {
  const say = useSay();
  const query = useKnown(phone);
  return (
    <section className="card call-part" aria-labelledby="known" aria-live="polite">
      <h2 id="known">{say(WORDS.title)}</h2>
      {query === null ? (
        <p className="call-hint">{say(WORDS.type)}</p>
      ) : (
        <QueryState query={query}>{(known) => <KnownCases known={withoutCase(known, ownCase)} />}</QueryState>
      )}
    </section>
  );
}

function withoutCase({ caseIds, cases }: Known, own: string | null): Known {
  return { caseIds: caseIds.filter((id) => id !== own), cases: cases.filter(({ view }) => view.id !== own) };
}

function KnownCases({ known }: { readonly known: Known }) {
  const say = useSay();
  const { caseIds, cases } = known;
  if (caseIds.length === 0) return <p>{say(WORDS.fresh)}</p>;
  return (
    <>
      <RepeatBanner cases={cases} />
      <ul className="known-cases">
        {cases.slice(0, SHOWN_LIMIT).map((one) => (
          <KnownItem key={one.view.id} known={one} />
        ))}
      </ul>
      {caseIds.length > SHOWN_LIMIT && <p>{say(about(WORDS.more, caseIds.length - SHOWN_LIMIT))}</p>}
      <p className="call-hint">{say(WORDS.hers)}</p>
    </>
  );
}

function RepeatBanner({ cases }: { readonly cases: readonly KnownCase[] }) {
  const say = useSay();
  const nowMs = useNowMs();
  if (nowMs === null) return null;
  const { contactCount, refusals, hasOrder } = historyOf(cases, nowMs);
  return (
    <div className="repeat-caller" data-contacts={contactCount}>
      <Notice kind={hasOrder || contactCount > 2 ? 'danger' : 'warning'}>
        <strong>{say(about(WORDS.repeat, contactCount))}</strong>
        {hasOrder && <p>{say(WORDS.order)}</p>}
        {refusals.length > 0 && (
          <p>
            {say(WORDS.refusals)}
            {refusals.map((title) => say(title)).join('；')}
          </p>
        )}
      </Notice>
    </div>
  );
}

function KnownItem({ known }: { readonly known: KnownCase }) {
  const say = useSay();
  const { id, number, status, risk, openedAt, tracks, safeContact } = known.view;
  const running = tracks.filter(({ isFinal }) => !isFinal);
  return (
    <li className="known-case">
      <p className="known-case-head">
        <Link to={`/cases/${id}`}>{number}</Link>
        <RiskMark risk={risk} />
        <Chip tone={status === 'open' ? 'info' : 'quiet'}>{say(WORDS[status])}</Chip>
      </p>
      <p className="call-hint">{say(about(WORDS.opened, dayText(openedAt)))}</p>
      <ul>
        {running.map((track) => (
          <li key={track.id}>
            {tellingTitles(track)
              .map((title) => say(title))
              .join(' · ')}
          </li>
        ))}
      </ul>
      <AgreedContact kept={safeContact} />
    </li>
  );
}

const CONTACT_WORDS: Readonly<Record<string, Words>> = {
  codeWord: { zh: '暗语：{}', en: 'code word: {}' },
  whoMayAnswer: { zh: '可接听：{}', en: 'may answer: {}' },
  note: { zh: '{}', en: '{}' },
};

/** What was agreed when she called before; it is asked again, and shown so that nobody breaks it meanwhile. */
function AgreedContact({ kept }: { readonly kept: unknown }) {
  const say = useSay();
  if (typeof kept !== 'object' || kept === null) return null;
  const values = kept as Readonly<Record<string, unknown>>;
  const parts = Object.entries(CONTACT_WORDS).flatMap(([key, words]) =>
    typeof values[key] === 'string' ? [say(about(words, values[key]))] : [],
  );
  const hours = values['window'] as { readonly from: string; readonly to: string } | undefined;
  if (hours !== undefined) parts.unshift(`${hours.from}–${hours.to}`);
  if (parts.length === 0) return null;
  return <p>{`${say(WORDS.agreed)}：${parts.join('；')}`}</p>;
}
