import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Case, Workflow } from '#web/api/case.ts';
import { answerOf, api } from '#web/api/client.ts';
import { drawKey } from '#web/api/draw-key.ts';
import type { Track } from '#web/api/track.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { about } from '#web/words/words.ts';
import { type FoundDraft, forgetDraft, keptDraftQuery } from './kept-draft.ts';
import { termsOf } from './known-codes.ts';
import { readSchema } from './read-schema.ts';
import { FormBody } from './typed-form.tsx';
import { type FormInput, useTypedForm } from './use-typed-form.ts';

type OpeningFormProps = {
  readonly ofCase: Case;
  readonly workflow: Workflow;
  /** The track that has begun. */
  readonly onDone: (track: Track) => void;
  readonly onCancel?: () => void;
};

/** The form that begins another workflow on a case. */
export function OpeningForm(props: OpeningFormProps) {
  const name = { kind: 'track', subject: props.ofCase.id, form: props.workflow.id } as const;
  const [opening] = useState(drawKey);
  const { data, error, refetch } = useQuery(keptDraftQuery(name, opening));
  // A draft that could not be read is not no draft: an empty form would hide what was typed.
  if (data === undefined && error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return <OpeningFormWithDraft {...props} draft={data} />;
}

const SUBMIT = { zh: '开启：{}', en: 'Begin: {}' };

function OpeningFormWithDraft(props: OpeningFormProps & { readonly draft: FoundDraft }) {
  const { ofCase, workflow, onDone, onCancel, draft } = props;
  const fields = useMemo(() => readSchema(workflow.inputSchema), [workflow.inputSchema]);
  const terms = useMemo(() => termsOf([workflow.inputSchema]), [workflow.inputSchema]);
  const name = { kind: 'track', subject: ofCase.id, form: workflow.id } as const;
  const form = useTypedForm({ fields, name, draft });
  const { send, isSending, error } = useCommand(({ payload }: FormInput, key) => {
    const params = { path: { id: ofCase.id } };
    const body = { workflow: workflow.id, input: payload };
    const headers = { 'idempotency-key': key };
    return answerOf(api.POST('/api/cases/{id}/tracks', { params, headers, body }));
  });
  const open = (input: FormInput): void =>
    send(input, {
      onError: form.showRefusal,
      onSuccess: (track) => {
        forgetDraft(draft, form.saver);
        onDone(track);
      },
    });
  return (
    <FormBody
      fields={fields}
      form={form}
      about={{ caseId: ofCase.id, ownerAgency: ofCase.ownerAgency, context: {}, revealed: {}, terms }}
      submit={about(SUBMIT, workflow.title)}
      isSending={isSending}
      isRestored={draft.kept !== null}
      error={error}
      hasTime={false}
      onSend={open}
      onCancel={onCancel}
    />
  );
}
