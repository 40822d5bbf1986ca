import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { drawKey } from '#web/api/draw-key.ts';
import { ConnectionLost } from '#web/api/problem.ts';
import type { Track, TrackEvent } from '#web/api/track.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { about } from '#web/words/words.ts';
import { ChangedNote } from './changed-note.tsx';
import { type FoundDraft, forgetDraft, keptDraftQuery } from './kept-draft.ts';
import { readSchema } from './read-schema.ts';
import type { TypedGroup } from './typed.ts';
import { FormBody } from './typed-form.tsx';
import { useTrackAbout } from './use-track-about.ts';
import { type FormInput, useTypedForm } from './use-typed-form.ts';

type EventFormProps = {
  readonly track: Track;
  /** As it was offered when the form was opened; the state may have moved on since. */
  readonly event: TrackEvent;
  /** The track after it. */
  readonly onDone: (track: Track) => void;
  readonly onCancel?: () => void;
  /** What stands in it at first, where there is no draft. */
  readonly initial?: TypedGroup;
};

/**
 * The form of one event of a track, sent at the version that is shown. Nothing typed is lost to another window, a lost
 * network, an ended session or a reload.
 */
export function EventForm(props: EventFormProps) {
  const name = { kind: 'event', subject: props.track.id, form: props.event.type } as const;
  const [opening] = useState(drawKey);
  const { data, error, refetch } = useQuery(keptDraftQuery(name, opening));
  // A draft that could not be read is not no draft: an empty form would hide what was typed.
  if (data === undefined && error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return <EventFormWithDraft {...props} draft={data} />;
}

function EventFormWithDraft(props: EventFormProps & { readonly draft: FoundDraft }) {
  const { track, event, onDone, onCancel, draft, initial } = props;
  const fields = useMemo(() => readSchema(event.payloadSchema), [event.payloadSchema]);
  const name = { kind: 'event', subject: track.id, form: event.type } as const;
  const form = useTypedForm({ fields, name, draft, initial });
  const { send, isSending, error } = useSendEvent(track, event.type);
  const record = (input: FormInput): void =>
    send(input, {
      onError: form.showRefusal,
      onSuccess: (after) => {
        forgetDraft(draft, form.saver);
        onDone(after);
      },
    });
  return (
    <FormBody
      fields={fields}
      form={form}
      about={useTrackAbout(track)}
      submit={about(SUBMIT, event.title)}
      isSending={isSending}
      isRestored={draft.kept !== null}
      error={error}
      hasTime
      onSend={record}
      onCancel={onCancel}
    >
      <ChangedNote track={track} event={event} />
    </FormBody>
  );
}

const SUBMIT = { zh: '确认：{}', en: 'Record: {}' };

type Sent = FormInput & { readonly version: number };
type Hooks = { readonly onSuccess: (track: Track) => void; readonly onError: (error: Error) => void };

/**
 * Sends one event. An attempt whose answer was lost is repeated at the version it was sent with, however the track looks
 * now: it may be this very event that has changed it, and it must not be recorded twice.
 */
function useSendEvent(track: Track, type: string) {
  const attempted = useRef(track.version);
  const command = useCommand(({ version, ...input }: Sent, key) => {
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    const params = { path: { id: track.id } };
    return answerOf(api.POST('/api/tracks/{id}/events', { params, headers, body: { type, ...input } }));
  });
  const send = (input: FormInput, hooks: Hooks): void => {
    if (!(command.error instanceof ConnectionLost)) attempted.current = track.version;
    command.send({ ...input, version: attempted.current }, hooks);
  };
  return { send, isSending: command.isSending, error: command.error };
}
