import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';
import { ActButton } from './act-button.tsx';
import { AskForm } from './ask-form.tsx';
import { RevokeForm, VaryForm } from './change-forms.tsx';
import { QuickForm } from './quick-form.tsx';
import { eventOf, type OrderAtHand, openClock } from './order-track.ts';
import type { Choices } from './schema-choices.ts';

const WORDS = {
  title: { zh: '复议', en: 'Reconsideration' },
  until: { zh: '可以申请复议，至', en: 'May be asked for until' },
  pending: { zh: '复议中', en: 'Pending' },
  runsOn: { zh: '复议期间不停止裁定的执行。', en: 'The ruling is carried out meanwhile.' },
  file: { zh: '登记复议申请', en: 'Record the request' },
  uphold: { zh: '驳回复议', en: 'Upheld' },
  change: { zh: '复议变更', en: 'Changed' },
  revoke: { zh: '复议撤销', en: 'Revoked' },
  over: { zh: '已结束。', en: 'Over.' },
  applicant: { zh: '申请人', en: 'Applicant' },
  respondent: { zh: '被申请人', en: 'Respondent' },
};

const EVENTS = ['reconsideration.filed', 'reconsideration.upheld'];

/** 复议: its own clock beside the order, which runs on. */
export function Reconsideration(props: OrderAtHand) {
  const say = useSay();
  const { order, track, context } = props;
  const open = openClock(track, 'reconsideration', 'refusalReconsideration');
  if (order.reconsideration === null && !EVENTS.some((type) => eventOf(track, type))) return null;
  return (
    <section className="card order-part" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      {order.reconsideration === null ? (
        open !== undefined && (
          <p>
            {say(WORDS.until)} <Due at={open.legalDue} />
          </p>
        )
      ) : (
        <p>
          <Chip tone="info">{say(WORDS.pending)}</Chip>{' '}
          {order.reconsideration.due !== null && <Due at={order.reconsideration.due} />}
        </p>
      )}
      {order.madeAt !== null && <p className="order-quiet">{say(WORDS.runsOn)}</p>}
      <div className="order-acts">
        <ActButton act="reconsider" words={WORDS.file} event={eventOf(track, 'reconsideration.filed')}>
          {(close) => (
            <AskForm
              track={track}
              type="reconsideration.filed"
              submit={WORDS.file}
              askers={askersOf(context, order.madeAt === null)}
              onClose={close}
            />
          )}
        </ActButton>
        {order.reconsideration !== null && <Decided track={track} context={context} />}
      </div>
    </section>
  );
}

/** What the court decides on it; without a request there is nothing to decide. */
function Decided({ track, context }: Pick<OrderAtHand, 'track' | 'context'>) {
  return (
    <>
      <ActButton act="uphold" words={WORDS.uphold} event={eventOf(track, 'reconsideration.upheld')}>
        {(close) => (
          <QuickForm
            track={track}
            type="reconsideration.upheld"
            payload={{}}
            submit={WORDS.uphold}
            onDone={close}
            onCancel={close}
          />
        )}
      </ActButton>
      <ActButton act="recon.change" words={WORDS.change} event={eventOf(track, 'reconsideration.changed')}>
        {(close) => (
          <VaryForm track={track} context={context} type="reconsideration.changed" onClose={close} />
        )}
      </ActButton>
      <ActButton act="recon.revoke" words={WORDS.revoke} event={eventOf(track, 'reconsideration.revoked')}>
        {(close) => <RevokeForm track={track} type="reconsideration.revoked" onClose={close} />}
      </ActButton>
    </>
  );
}

/** Against an order a respondent has it, against a refusal she. */
function askersOf({ applicants, respondents }: OrderAtHand['context'], isRefused: boolean): Choices {
  const side = isRefused ? applicants : respondents;
  const words = isRefused ? WORDS.applicant : WORDS.respondent;
  return side.map(({ id }, index) => {
    const number = side.length === 1 ? '' : String(index + 1);
    return { code: id, words: { zh: `${words.zh}${number}`, en: `${words.en} ${number}`.trim() } };
  });
}
