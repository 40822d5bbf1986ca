import { useState } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import type { Words } from '#web/words/words.ts';
import { QuickForm } from './quick-form.tsx';
import type { Track } from '#web/api/track.ts';
import { eventOf } from './order-track.ts';
import { type Choices, choicesAt } from './schema-choices.ts';

const WORDS = { by: { zh: '由谁提出', en: 'Who asks' } };

type AskFormProps = {
  readonly track: Track;
  readonly type: string;
  readonly submit: Words;
  readonly onClose: () => void;
  /** Whom one can choose from where the schema holds short names and no codes. */
  readonly askers?: Choices;
};

/** Somebody asks the court for something: who. */
export function AskForm({ track, type, submit, onClose, askers }: AskFormProps) {
  const options = askers ?? choicesAt(eventOf(track, type)?.payloadSchema, 'by');
  const [by, setBy] = useState<string | null>(options.length === 1 ? (options[0]?.code ?? null) : null);
  return (
    <QuickForm
      track={track}
      type={type}
      payload={by === null ? null : { by }}
      submit={submit}
      onDone={onClose}
      onCancel={onClose}
    >
      <Choice label={WORDS.by} options={options} value={by} onChoose={setBy} isRequired />
    </QuickForm>
  );
}
