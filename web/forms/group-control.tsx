import { useState } from 'react';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { type DrawProps, labelOf } from './draw-props.ts';
import { useProblemAt } from './form-about.ts';
import type { FieldOf } from './read-schema.ts';
import { emptyEntry, isTyped, type TypedGroup } from './typed.ts';

const WORDS = {
  optional: { zh: '选填', en: 'optional' },
  entry: { zh: '第 {} 项', en: 'No. {}' },
  add: { zh: '＋ 添加：{}', en: '+ Add: {}' },
  remove: { zh: '移除', en: 'Remove' },
  removed: { zh: '已移除第 {} 项。', en: 'No. {} has been removed.' },
  undo: { zh: '撤销', en: 'Undo' },
};

/** Fields that belong together; folded away while they need not be there and nobody has begun with them. */
export function GroupControl({ field, pointer, value, onType, Fields }: DrawProps<FieldOf<'group'>>) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(() => isTyped(value));
  const fields = (
    <Fields fields={field.fields} pointer={pointer} typed={(value ?? {}) as TypedGroup} onType={onType} />
  );
  if (field.isRequired) {
    return (
      <fieldset className="form-group">
        <legend>{say(labelOf(field))}</legend>
        {fields}
      </fieldset>
    );
  }
  return (
    <details
      className="form-more"
      open={isOpen || isTyped(value)}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {say(labelOf(field))}
        <span className="field-optional">{say(WORDS.optional)}</span>
      </summary>
      <div className="form-group" role="group" aria-label={say(labelOf(field))}>
        {fields}
      </div>
    </details>
  );
}

type Removed = { readonly index: number; readonly entry: TypedGroup };

/** A list of groups: one more, one less, and the one that was taken away by mistake again. */
export function ListControl({ field, pointer, value, onType, Fields }: DrawProps<FieldOf<'list'>>) {
  const say = useSay();
  const problem = useProblemAt(pointer);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const entries = (value ?? []) as readonly TypedGroup[];
  const remove = (index: number): void => {
    const entry = entries[index];
    if (entry !== undefined) setRemoved(isTyped(entry) ? { index, entry } : null);
    onType(entries.toSpliced(index, 1));
  };
  const undo = ({ index, entry }: Removed): void => {
    onType(entries.toSpliced(index, 0, entry));
    setRemoved(null);
  };
  return (
    <fieldset className="form-list" aria-invalid={problem === undefined ? undefined : true}>
      <legend>
        {say(labelOf(field))}
        {!field.isRequired && <span className="field-optional">{say(WORDS.optional)}</span>}
      </legend>
      {entries.map((entry, index) => (
        <fieldset key={index} className="form-entry">
          <legend>{say(about(WORDS.entry, index + 1))}</legend>
          <Fields
            fields={field.fields}
            pointer={`${pointer}/${index}`}
            typed={entry}
            onType={(changed) => onType(entries.with(index, changed))}
          />
          <Button look="quiet" onClick={() => remove(index)}>
            {say(WORDS.remove)}
          </Button>
        </fieldset>
      ))}
      {removed !== null && (
        <p role="status">
          {say(about(WORDS.removed, removed.index + 1))}{' '}
          <Button look="quiet" onClick={() => undo(removed)}>
            {say(WORDS.undo)}
          </Button>
        </p>
      )}
      {entries.length < field.most && (
        <Button onClick={() => onType([...entries, emptyEntry(field, entries)])}>
          {say(about(WORDS.add, labelOf(field)))}
        </Button>
      )}
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
