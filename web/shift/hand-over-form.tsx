import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { peopleQuery } from '#web/api/directory.ts';
import { ConnectionLost } from '#web/api/problem.ts';
import { useUser } from '#web/api/session.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Field } from '#web/parts/field.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';

const WORDS = {
  heading: { zh: '交班', en: 'Hand over' },
  to: { zh: '交给', en: 'To' },
  anybody: { zh: '下一班来的人', en: 'whoever comes next' },
  give: { zh: '交班（{} 项）', en: 'Hand over ({} items)' },
  given: {
    zh: '{} 已交班，共 {} 项。对方接班后这里会显示。',
    en: 'Handed over at {}, {} items. It is shown here when it was taken.',
  },
};

const DESK = ['operator', 'case_manager', 'supervisor'];

type HandOverFormProps = { readonly itemCount: number; readonly until: string };
type Sent = { readonly to?: string; readonly until: string };

/** Hands the list over as it stands on the server at that moment, in one press. */
export function HandOverForm({ itemCount, until }: HandOverFormProps) {
  const say = useSay();
  const [to, setTo] = useState('');
  const { send, isSending, isDone, error, answer } = useCommand((body: Sent, key: string) =>
    answerOf(api.POST('/api/shift/handovers', { params: { header: { 'idempotency-key': key } }, body })),
  );
  // A second try is the same act as the first: the minute it was pressed in stays.
  const [sent, setSent] = useState<Sent>({ until });
  const give = (): void => {
    const wanted = { ...(to !== '' && { to }), until };
    // The answer of the first was lost: pressed again, it is that very handover, to the minute.
    const body = error instanceof ConnectionLost && sent.to === wanted.to ? sent : wanted;
    setSent(body);
    send(body);
  };
  return (
    <section className="card hand-over">
      <h2>{say(WORDS.heading)}</h2>
      <Field label={WORDS.to}>
        {(control) => (
          <select {...control} className="input" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{say(WORDS.anybody)}</option>
            <Colleagues />
          </select>
        )}
      </Field>
      <Button look="primary" isBusy={isSending} onClick={give}>
        {say(about(WORDS.give, itemCount))}
      </Button>
      {isDone && answer !== undefined && (
        <Notice kind="good">{say(about(WORDS.given, shortText(answer.handedAt), answer.itemCount))}</Notice>
      )}
      {error !== null && <Trouble error={error} onRetry={() => send(sent)} />}
    </section>
  );
}

function Colleagues() {
  const user = useUser();
  const { data = [] } = useQuery(peopleQuery());
  const others = data.filter(
    ({ id, agency, role }) => agency === user.agency && id !== user.id && DESK.includes(role),
  );
  return others.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
