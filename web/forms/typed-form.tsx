import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { RequestRefused } from '#web/api/problem.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import { DraftMark } from './draft-mark.tsx';
import { type FormAbout, FormAboutContext } from './form-about.ts';
import { OccurredAtControl } from './occurred-at-control.tsx';
import type { FormField } from './read-schema.ts';
import { SchemaFields } from './schema-fields.tsx';
import type { FormInput, TypedForm } from './use-typed-form.ts';

const WORDS = {
  restored: { zh: '已恢复您之前没有提交的内容。', en: 'What you had typed and not sent is back.' },
  anew: { zh: '清空重填', en: 'Start anew' },
  wrong: {
    zh: '有 {} 处需要填写或者修改，已用红字标出。',
    en: '{} places need your attention; each is marked in red.',
  },
  sealed: {
    zh: '标有“密封”的内容加密保存，只有办理本案的人员可读；另有说明的除外。',
    en: 'What is marked “sealed” is kept encrypted and read only by who works on this case, unless it says otherwise.',
  },
  cancel: { zh: '收起', en: 'Close' },
  nothing: { zh: '此事项无需填写内容，确认即可。', en: 'There is nothing to fill in; confirming is enough.' },
};

type TypedFormProps = {
  readonly fields: readonly FormField[];
  readonly form: TypedForm;
  readonly about: Omit<FormAbout, 'problems'>;
  readonly submit: Words;
  readonly isSending: boolean;
  readonly isRestored: boolean;
  readonly error: unknown;
  /** An event says when it happened; an opening is now. */
  readonly hasTime: boolean;
  readonly onSend: (input: FormInput) => void;
  readonly onCancel?: (() => void) | undefined;
  /** Above the buttons: what has changed meanwhile. */
  readonly children?: ReactNode;
};

/** A form with its fields, its draft, and what became of sending it. */
export function FormBody(props: TypedFormProps) {
  const { fields, form, error, children } = props;
  const say = useSay();
  const [tries, setTries] = useState(0);
  const element = useFirstProblem(tries);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = form.read();
    if (input === null) setTries(tries + 1);
    else props.onSend(input);
  };
  return (
    <FormAboutContext value={{ ...props.about, problems: form.problems }}>
      <form ref={element} className="typed-form" onSubmit={submit} noValidate>
        {props.isRestored && <Restored onAnew={form.startAnew} />}
        {fields.length === 0 && <p>{say(WORDS.nothing)}</p>}
        <SchemaFields fields={fields} typed={form.typed} onType={form.type} />
        {props.hasTime && <OccurredAtControl value={form.occurredAt} onType={form.typeOccurredAt} />}
        {hasSealed(fields) && <p className="form-draft">{say(WORDS.sealed)}</p>}
        {children}
        <SendTrouble error={error} problemCount={form.problems.size} />
        <div className="typed-form-acts">
          <Button type="submit" look="primary" isBusy={props.isSending}>
            {say(props.submit)}
          </Button>
          {props.onCancel !== undefined && <Button onClick={props.onCancel}>{say(WORDS.cancel)}</Button>}
        </div>
        <DraftMark state={form.saveState} saver={form.saver} />
      </form>
    </FormAboutContext>
  );
}

/** How many places are wrong, and what became of sending it where that is not said at a place. */
function SendTrouble({ error, problemCount }: { readonly error: unknown; readonly problemCount: number }) {
  const say = useSay();
  const isPlaced = error instanceof RequestRefused && (error.problem.errors?.length ?? 0) > 0;
  return (
    <>
      {problemCount > 0 && <Notice kind="danger">{say(about(WORDS.wrong, problemCount))}</Notice>}
      {error !== null && !(isPlaced && problemCount > 0) && <Trouble error={error} />}
    </>
  );
}

/** Does it ask for anything that goes to the vault? */
function hasSealed(fields: readonly FormField[]): boolean {
  return fields.some((field) => field.sealed !== null || ('fields' in field && hasSealed(field.fields)));
}

function Restored({ onAnew }: { readonly onAnew: () => void }) {
  const say = useSay();
  const [isShown, setIsShown] = useState(true);
  if (!isShown) return null;
  const anew = (): void => {
    onAnew();
    setIsShown(false);
  };
  return (
    <Notice kind="info">
      {say(WORDS.restored)}{' '}
      <Button look="quiet" onClick={anew}>
        {say(WORDS.anew)}
      </Button>
    </Notice>
  );
}

/** After a try that could not be sent, the first wrong place has the focus. */
function useFirstProblem(tries: number) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries === 0) return;
    const first = element.current?.querySelector<HTMLElement>('[aria-invalid=true], .field-problem');
    const control = first?.closest('fieldset, .field')?.querySelector<HTMLElement>('input, select, textarea');
    (control ?? first)?.focus();
  }, [tries]);
  return element;
}
