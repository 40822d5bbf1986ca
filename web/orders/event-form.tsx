import { type FormEvent, type ReactNode, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { Track } from './order-track.ts';
import './event-form.css';

const WORDS = {
  cancel: { zh: '取消', en: 'Cancel' },
  missing: { zh: '还有必填项没有填写。', en: 'Something required is still missing.' },
};

export type Payload = Readonly<Record<string, unknown>>;

type EventFormProps = {
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
export function EventForm(props: EventFormProps) {
  const { track, type, payload, occurredAt, submit, look = 'primary', onDone, onCancel, children } = props;
  const say = useSay();
  const [isMissing, setIsMissing] = useState(false);
  const { send, isSending, error } = useSendEvent(track.id);
  const trySend = (event: FormEvent): void => {
    event.preventDefault();
    setIsMissing(payload === null);
    if (payload === null) return;
    const when = occurredAt === undefined ? {} : { occurredAt };
    send({ type, payload, version: track.version, ...when }, { onSuccess: onDone });
  };
  return (
    <form className="event-form" onSubmit={trySend} noValidate>
      {children}
      {isMissing && payload === null && (
        <p className="field-problem" role="alert">
          {say(WORDS.missing)}
        </p>
      )}
      {error !== null && <Trouble error={error} />}
      <div className="event-form-acts">
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

type Sent = {
  readonly type: string;
  readonly payload: Payload;
  readonly version: number;
  readonly occurredAt?: string;
};

function useSendEvent(trackId: string) {
  return useCommand(({ version, ...body }: Sent, key) =>
    answerOf(
      api.POST('/api/tracks/{id}/events', {
        params: { path: { id: trackId } },
        body,
        headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
      }),
    ),
  );
}
