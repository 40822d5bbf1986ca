import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { ConnectionLost } from '#web/api/problem.ts';
import type { Track } from '#web/api/track.ts';
import { useCommand } from '#web/api/use-command.ts';
import { ChangedNote } from '#web/forms/changed-note.tsx';
import { Button } from '#web/parts/button.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { eventOf } from './order-track.ts';
import './quick-form.css';

const WORDS = {
  cancel: { zh: '取消', en: 'Cancel' },
  missing: { zh: '还有必填项没有填写。', en: 'Something required is still missing.' },
};

export type Payload = Readonly<Record<string, unknown>>;

type QuickFormProps = {
  readonly track: Track;
  readonly type: string;
  /** What is recorded; null while something required is missing. */
  readonly payload: Payload | null;
  /** An instant; not given: now. */
  readonly occurredAt?: string | undefined;
  readonly submit: Words;
  readonly look?: 'plain' | 'primary' | 'danger';
  readonly onDone: () => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
};

/**
 * Fields that become one event of a track. It is sent at the version the track is shown in: who was overtaken by another
 * window reads so, keeps what was typed, and sends it again at the new version.
 */
export function QuickForm(props: QuickFormProps) {
  const { track, type, payload, occurredAt, submit, look = 'primary', onDone, onCancel, children } = props;
  const say = useSay();
  const [isMissing, setIsMissing] = useState(false);
  const { send, isSending, error } = useSendEvent(track);
  const event = eventOf(track, type);
  const trySend = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setIsMissing(payload === null);
    if (payload === null) return;
    const when = occurredAt === undefined ? {} : { occurredAt };
    send({ type, payload, ...when }, { onSuccess: onDone });
  };
  return (
    <form className="quick-form" onSubmit={trySend} noValidate>
      {children}
      {isMissing && payload === null && (
        <p className="field-problem" role="alert">
          {say(WORDS.missing)}
        </p>
      )}
      {error !== null && <Trouble error={error} />}
      {event !== undefined && <ChangedNote track={track} event={event} />}
      <div className="quick-form-acts">
        <Button type="submit" look={look} isBusy={isSending}>
          {say(submit)}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {say(WORDS.cancel)}
          </Button>
        )}
      </div>
    </form>
  );
}

type Sent = { readonly type: string; readonly payload: Payload; readonly occurredAt?: string };
type Hooks = { readonly onSuccess: () => void };

/**
 * Sends one event. An attempt whose answer was lost is repeated at the version it was sent with: it may be this very
 * event that has changed the track since, and it must not be recorded twice.
 */
function useSendEvent(track: Track) {
  const attempted = useRef(track.version);
  const command = useCommand(({ version, ...body }: Sent & { readonly version: number }, key) =>
    answerOf(
      api.POST('/api/tracks/{id}/events', {
        params: { path: { id: track.id } },
        body,
        headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
      }),
    ),
  );
  const send = (sent: Sent, hooks: Hooks): void => {
    if (!(command.error instanceof ConnectionLost)) attempted.current = track.version;
    command.send({ ...sent, version: attempted.current }, hooks);
  };
  return { send, isSending: command.isSending, error: command.error };
}
