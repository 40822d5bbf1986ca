import { useState } from 'react';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { FieldControl } from './field-control.tsx';
import { useFormAbout } from './form-about.ts';
import type { SchemaFieldsProps } from './draw-props.ts';
import type { FormField } from './read-schema.ts';
import { isTyped } from './typed.ts';
import './schema-fields.css';

// Fewer are quicker read than unfolded.
const FOLDED_FROM = 3;
const MORE = { zh: '选填内容（{} 项）', en: 'Optional ({})' };

/** What a schema asks for, as controls: what must be there first, the rest folded away where it is much. */
export function SchemaFields({ fields, typed, onType, pointer = '' }: SchemaFieldsProps) {
  const say = useSay();
  const { problems } = useFormAbout();
  const [isOpen, setIsOpen] = useState(false);
  const draw = (field: FormField) => (
    <FieldControl
      key={field.key}
      field={field}
      Fields={SchemaFields}
      pointer={`${pointer}/${field.key}`}
      value={typed[field.key]}
      onType={(value) => onType({ ...typed, [field.key]: value })}
    />
  );
  const required = fields.filter(({ isRequired }) => isRequired);
  const optional = fields.filter(({ isRequired }) => !isRequired);
  const isFoldable = required.length > 0 && optional.length >= FOLDED_FROM;
  const hasSomething = optional.some(
    ({ key }) => isTyped(typed[key]) || isWithin(`${pointer}/${key}`, problems),
  );
  return (
    <div className="form-fields">
      {required.map(draw)}
      {!isFoldable && optional.map(draw)}
      {isFoldable && (
        <details
          className="form-more"
          open={isOpen || hasSomething}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary>{say(about(MORE, optional.length))}</summary>
          <div className="form-fields">{optional.map(draw)}</div>
        </details>
      )}
    </div>
  );
}

function isWithin(pointer: string, problems: ReadonlyMap<string, string>): boolean {
  return [...problems.keys()].some((key) => key === pointer || key.startsWith(`${pointer}/`));
}
