import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { agenciesQuery } from '#web/api/directory.ts';
import { isRefusal } from '#web/api/problem.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Chip } from '#web/parts/chip.tsx';
import { Due } from '#web/parts/due.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { DeclineForm } from './decline-form.tsx';
import { KIND_WORDS, STATUS_WORDS } from './handoff-words.ts';
import type { Box, Handoff } from './read-handoffs.ts';

const WORDS = {
  from: { zh: '{}（{} 发来）', en: '{} (sent {})' },
  to: { zh: '{}（{} 发出）', en: '{} (sent {})' },
  accept: { zh: '接受', en: 'Accept' },
  decline: { zh: '退回', en: 'Decline' },
  recall: { zh: '撤回', en: 'Recall' },
  open: { zh: '打开个案', en: 'Open the case' },
  hidden: { zh: '接受后才能看到个案。', en: 'You see the case once you have accepted.' },
  gone: {
    zh: '刚才已有人答复或者撤回，您这一下没有起作用。看现在的状态。',
    en: 'Somebody has just answered or recalled it. What you pressed had no effect; this is how it stands now.',
  },
};

type Answer = { readonly act: 'accept' | 'recall' } | { readonly act: 'decline'; readonly reason: string };

/** One handoff, with the answers that are this side's to give. */
export function HandoffRow({ handoff, box }: { readonly handoff: Handoff; readonly box: Box }) {
  const say = useSay();
  const [isDeclining, setIsDeclining] = useState(false);
  const { id, kind, status, offeredAt, expiresAt, caseId, trackId } = handoff;
  const { send, isSending, error } = useCommand((answer: Answer, key: string) => sendAnswer(id, answer, key));
  const agency = useAgencyName(box === 'in' ? handoff.from : handoff.to);
  const isOpen = status === 'offered';
  // Before it is accepted the receiver sees nothing of the case; who sent it does.
  const seesCase = box === 'out' || status === 'accepted';
  return (
    <li className="handoff-row">
      <div className="handoff-what">
        <strong>{say(KIND_WORDS[kind])}</strong>
        <Chip tone={STATUS_WORDS[status].tone}>{say(STATUS_WORDS[status])}</Chip>
        <p>{say(about(box === 'in' ? WORDS.from : WORDS.to, agency, minuteText(offeredAt)))}</p>
        {isOpen && !seesCase && <p className="handoff-quiet">{say(WORDS.hidden)}</p>}
      </div>
      <div>{isOpen && <Due at={expiresAt} />}</div>
      <div className="handoff-acts">
        {isOpen && (
          <Acts box={box} isBusy={isSending} onSend={send} onDecline={() => setIsDeclining(!isDeclining)} />
        )}
        {seesCase && <Link to={`/cases/${caseId}/tracks/${trackId}`}>{say(WORDS.open)}</Link>}
      </div>
      {isOpen && isDeclining && (
        <DeclineForm
          isBusy={isSending}
          onDecline={(reason) => send({ act: 'decline', reason })}
          onCancel={() => setIsDeclining(false)}
        />
      )}
      {error !== null && <Refused error={error} />}
    </li>
  );
}

type ActsProps = {
  readonly box: Box;
  readonly isBusy: boolean;
  readonly onSend: (answer: Answer) => void;
  readonly onDecline: () => void;
};

function Acts({ box, isBusy, onSend, onDecline }: ActsProps) {
  const say = useSay();
  if (box === 'out') {
    return (
      <Button isBusy={isBusy} onClick={() => onSend({ act: 'recall' })}>
        {say(WORDS.recall)}
      </Button>
    );
  }
  return (
    <>
      <Button look="primary" isBusy={isBusy} onClick={() => onSend({ act: 'accept' })}>
        {say(WORDS.accept)}
      </Button>
      <Button isBusy={isBusy} onClick={onDecline}>
        {say(WORDS.decline)}
      </Button>
    </>
  );
}

function Refused({ error }: { readonly error: Error }) {
  const say = useSay();
  // An offer that was recalled is not there any more for whom it was made to.
  const isGone = isRefusal(error, 'event_not_in_state') || isRefusal(error, 'not_found');
  if (isGone) return <Notice kind="warning">{say(WORDS.gone)}</Notice>;
  return <Trouble error={error} />;
}

function sendAnswer(id: string, answer: Answer, key: string) {
  const params = { path: { id }, header: { 'idempotency-key': key } };
  if (answer.act === 'decline') {
    return answerOf(api.POST('/api/handoffs/{id}/decline', { params, body: { reason: answer.reason } }));
  }
  return answerOf(
    answer.act === 'accept'
      ? api.POST('/api/handoffs/{id}/accept', { params })
      : api.POST('/api/handoffs/{id}/recall', { params }),
  );
}

function useAgencyName(id: string) {
  const { data } = useQuery(agenciesQuery());
  return data?.find((agency) => agency.id === id)?.name ?? '…';
}
