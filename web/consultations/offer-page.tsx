import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { workflowQuery } from '#web/api/case.ts';
import type { Track } from '#web/api/track.ts';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Due } from '#web/parts/due.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { choicesOf } from './event-choices.ts';
import { type Answer, respondentName, stageOf, stepsOf } from './offer-answer.ts';
import { useSteps } from './use-steps.ts';
import { useTrack } from './use-track.ts';
import './offer-page.css';

const WORDS = {
  title: { zh: '利益冲突审查', en: 'Conflict check' },
  before: {
    zh: '您答复之前，这里只有审查利益冲突需要的内容。当事人是谁、发生了什么，接受之后才显示。',
    en: 'Before you answer, only what a conflict check needs is here. Who she is and what happened is shown after you accept.',
  },
  respondent: { zh: '对方当事人', en: 'The other side' },
  nameless: {
    zh: '没有提供姓名，请先向个案管理员问清',
    en: 'No name was given: ask the case manager first',
  },
  accept: { zh: '没有冲突，接受委派', en: 'No conflict: accept' },
  acceptOffer: { zh: '接受委派', en: 'Accept' },
  conflict: { zh: '有利益冲突', en: 'There is a conflict' },
  which: { zh: '哪一种冲突', en: 'What kind of conflict' },
  decline: { zh: '没有冲突，但不能承接', en: 'No conflict, but I cannot take it' },
  declineOffer: { zh: '不能承接', en: 'I cannot take it' },
  why: { zh: '原因', en: 'Reason' },
  sendConflict: { zh: '回避，不承接', en: 'Step aside' },
  sendDecline: { zh: '不承接', en: 'Decline' },
};

/** The other side's name, and the answer: nothing of her before it. */
export function OfferPage() {
  const { trackId, query } = useTrack();
  return (
    <Page title={WORDS.title}>
      <QueryState query={query}>
        {(track) => {
          const stage = stageOf(track);
          if (stage === 'over') return <Navigate to={`/consultations/${trackId}`} replace />;
          return <Offer key={stage} track={track} stage={stage} />;
        }}
      </QueryState>
    </Page>
  );
}

type OfferProps = {
  readonly track: Track;
  readonly stage: 'checking' | 'offered';
};

function Offer({ track, stage }: OfferProps) {
  const say = useSay();
  const goTo = useNavigate();
  const { send, isSending, isDone, error } = useSteps(track);
  const answer = (given: Answer): void =>
    send(stepsOf(stage, given), () => {
      void goTo(given.kind === 'accept' ? `/consultations/${track.id}` : '/', { replace: true });
    });
  const due = track.deadlines.find(({ outcome }) => outcome === 'open');
  return (
    <div className="offer card">
      {due !== undefined && <Due at={due.safeDue} />}
      <dl className="offer-side">
        <dt>{say(WORDS.respondent)}</dt>
        <dd>{respondentName(track) ?? <span className="field-help">{say(WORDS.nameless)}</span>}</dd>
      </dl>
      <p className="field-help">{say(WORDS.before)}</p>
      {error !== null && <Trouble error={error} />}
      <Button
        look="primary"
        className="offer-accept"
        isBusy={isSending || isDone}
        onClick={() => answer({ kind: 'accept' })}
      >
        {say(stage === 'checking' ? WORDS.accept : WORDS.acceptOffer)}
      </Button>
      <Refusals track={track} stage={stage} isSending={isSending || isDone} onAnswer={answer} />
    </div>
  );
}

type RefusalsProps = Pick<OfferProps, 'track' | 'stage'> & {
  readonly isSending: boolean;
  readonly onAnswer: (answer: Answer) => void;
};

/** The two ways to say no. Each wants a code and not a word of explanation. */
function Refusals({ stage, isSending, onAnswer }: RefusalsProps) {
  const say = useSay();
  const [kind, setKind] = useState<'conflict' | 'decline' | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const options = useReasons(kind);
  const open = (next: 'conflict' | 'decline'): void => {
    setKind(next);
    setCode(null);
  };
  return (
    <>
      <div className="offer-refusals">
        {stage === 'checking' && (
          <Button aria-expanded={kind === 'conflict'} onClick={() => open('conflict')}>
            {say(WORDS.conflict)}
          </Button>
        )}
        <Button aria-expanded={kind === 'decline'} onClick={() => open('decline')}>
          {say(stage === 'checking' ? WORDS.decline : WORDS.declineOffer)}
        </Button>
      </div>
      {kind !== null && (
        <>
          <Choice
            label={kind === 'conflict' ? WORDS.which : WORDS.why}
            options={options}
            value={code}
            onChoose={setCode}
            isRequired
          />
          <Button
            look="danger"
            isBusy={isSending}
            disabled={code === null}
            onClick={() => code !== null && onAnswer({ kind, code })}
          >
            {say(kind === 'conflict' ? WORDS.sendConflict : WORDS.sendDecline)}
          </Button>
        </>
      )}
    </>
  );
}

/** What a refusal may give as its reason, in the words of the workflow. */
function useReasons(kind: 'conflict' | 'decline' | null) {
  const { data } = useQuery(workflowQuery('consultation'));
  if (data === undefined || kind === null) return [];
  return kind === 'conflict'
    ? choicesOf(data, 'conflict.found', 'kind')
    : choicesOf(data, 'offer.declined', 'reason');
}
