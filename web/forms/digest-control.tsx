import { useState } from 'react';
import { Field } from '#web/parts/field.tsx';
import { useSay } from '#web/words/language.ts';
import { type DrawProps, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldOf } from './read-schema.ts';

const WORDS = {
  help: {
    zh: '选择文件即可算出摘要（SHA-256）；文件不会上传。',
    en: 'Choose the file, and its digest (SHA-256) is worked out; the file itself is not sent.',
  },
  typed: { zh: '64位摘要（SHA-256）', en: 'The digest (SHA-256), 64 characters' },
  failed: { zh: '读不出这个文件，请重新选择。', en: 'The file cannot be read; choose it again.' },
};

/** The digest of a file: worked out here, so that the file stays where it is. */
export function DigestControl({ field, pointer, value, onType }: DrawProps<FieldOf<'code'>>) {
  const say = useSay();
  const problem = useProblemAt(pointer);
  const [hasFailed, setHasFailed] = useState(false);
  // Browsers work it out only for pages that came over a safe way.
  const canCompute = window.isSecureContext;
  const read = async (file: File | undefined): Promise<void> => {
    setHasFailed(false);
    if (file === undefined) return;
    try {
      onType(await digestOf(file));
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <Field
      label={labelOf(field)}
      help={canCompute ? WORDS.help : WORDS.typed}
      problem={hasFailed ? say(WORDS.failed) : problem}
      isRequired={field.isRequired}
    >
      {(control) => (
        <>
          {canCompute && (
            <input
              type="file"
              className="input"
              aria-label={say(labelOf(field))}
              onChange={(event) => void read(event.target.files?.[0])}
            />
          )}
          <input
            {...control}
            className="input form-digest"
            value={typeof value === 'string' ? value : ''}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onType(event.target.value)}
          />
        </>
      )}
    </Field>
  );
}

async function digestOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
