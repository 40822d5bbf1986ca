import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Case } from '#web/api/case.ts';
import { answerOf, api } from '#web/api/client.ts';
import { agenciesQuery } from '#web/api/directory.ts';
import { useUser } from '#web/api/session.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Field } from '#web/parts/field.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { TextField } from '#web/parts/text-field.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { HANDOFF_WAYS, type HandoffWay } from './handoff-ways.ts';

const WORDS = {
  to: { zh: '接收单位', en: 'To' },
  purpose: { zh: '目的', en: 'Purpose' },
  basis: { zh: '依据（同意或者法定职责）', en: 'It rests on (consent, or a duty by law)' },
  sealed: { zh: '密封：只有办理本案的人员可读', en: 'Sealed: only who works on this case reads it' },
  choose: { zh: '请选择接收单位', en: 'Please choose an agency' },
  send: { zh: '发出', en: 'Send' },
  close: { zh: '收起', en: 'Close' },
  preview: {
    zh: '“{}”将收到一份通知；对方接受之前看不到个案的任何信息。',
    en: '“{}” gets a notice, and sees nothing of the case before it accepts.',
  },
  sent: { zh: '已发出。请对方在 {} 前答复。', en: 'Sent. It is to be answered by {}.' },
};

type HandoffFormProps = {
  readonly ofCase: Case;
  readonly trackId: string | undefined;
  readonly way: string;
  readonly onClose: () => void;
};

/** Work for another agency: whom to, what for, and on what it rests. */
export function HandoffForm({ way: code, ...props }: HandoffFormProps) {
  const way = HANDOFF_WAYS.find((known) => known.code === code);
  return way === undefined ? null : <FormOfWay key={code} {...props} way={way} />;
}

type Sent = { readonly toAgency: string; readonly purpose: string; readonly basis: string };

function FormOfWay({ ofCase, way, onClose }: Omit<HandoffFormProps, 'way'> & { readonly way: HandoffWay }) {
  const say = useSay();
  const agencies = useReceivers();
  const [toAgency, setToAgency] = useState<string | null>(null);
  const [purpose, setPurpose] = useState(say(way.purpose));
  const [basis, setBasis] = useState(say(way.basis));
  const [hasTried, setHasTried] = useState(false);
  const { send, isSending, isDone, error, answer } = useCommand((input: Sent, key) => {
    const params = { path: { id: ofCase.id } };
    const headers = { 'idempotency-key': key };
    const body = { kind: way.kind, fields: [], ...input };
    return answerOf(api.POST('/api/cases/{id}/handoffs', { params, headers, body }));
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (toAgency === null || purpose.trim() === '' || basis.trim() === '') return;
    send({ toAgency, purpose: purpose.trim(), basis: basis.trim() });
  };
  const chosen = agencies.find(({ code }) => code === toAgency)?.words;
  if (isDone && answer !== undefined) {
    return (
      <Notice kind="good">
        {say(about(WORDS.sent, minuteText(answer.expiresAt)))}{' '}
        <Button onClick={onClose}>{say(WORDS.close)}</Button>
      </Notice>
    );
  }
  return (
    <form className="card case-form" onSubmit={submit} noValidate>
      <h2>{say(way.words)}</h2>
      <p>{say(way.what)}</p>
      <Choice
        label={WORDS.to}
        options={agencies}
        value={toAgency}
        isRequired
        problem={hasTried && toAgency === null ? say(WORDS.choose) : undefined}
        onChoose={setToAgency}
      />
      <Field label={WORDS.purpose} help={WORDS.sealed} isRequired>
        {(control) => (
          <textarea
            {...control}
            className="input"
            maxLength={2000}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Field>
      <TextField
        label={WORDS.basis}
        help={WORDS.sealed}
        required
        maxLength={200}
        value={basis}
        onType={setBasis}
      />
      {chosen !== undefined && <Notice kind="info">{say(about(WORDS.preview, chosen))}</Notice>}
      {error !== null && <Trouble error={error} />}
      <div className="case-buttons">
        <Button type="submit" look="primary" isBusy={isSending}>
          {say(WORDS.send)}
        </Button>
        <Button onClick={onClose}>{say(WORDS.close)}</Button>
      </div>
    </form>
  );
}

/** The agencies that can receive work; lawyers come in one by one, after a conflict check. */
function useReceivers() {
  const { agency } = useUser();
  const { data } = useQuery(agenciesQuery());
  return (data ?? [])
    .filter(({ id, kind }) => id !== agency && kind !== 'lawyers')
    .map(({ id, name }) => ({ code: id, words: name }));
}
