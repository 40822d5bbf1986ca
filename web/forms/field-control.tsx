import type { ComponentType } from 'react';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { ChoiceControl, ConfirmedControl, FlagControl } from './choice-control.tsx';
import { ChoicesControl } from './choices-control.tsx';
import { CodeControl, CodesControl } from './code-control.tsx';
import { AgencyControl, PersonControl, TrackControl } from './directory-control.tsx';
import { type DrawProps, labelOf } from './draw-props.ts';
import { GroupControl, ListControl } from './group-control.tsx';
import { MomentControl } from './moment-control.tsx';
import type { FieldKind, FieldOf, FormField } from './read-schema.ts';
import { TextControl } from './text-control.tsx';

/** The control for one field, by what it asks for. */
export function FieldControl(props: DrawProps<FormField>) {
  const Control = CONTROLS[props.field.kind] as ComponentType<DrawProps<FormField>>;
  return <Control {...props} />;
}

const CONTROLS: { readonly [K in FieldKind]: ComponentType<DrawProps<FieldOf<K>>> } = {
  choice: ChoiceControl,
  choices: ChoicesControl,
  flag: FlagControl,
  confirmed: ConfirmedControl,
  moment: MomentControl,
  day: TextControl,
  clock: TextControl,
  number: TextControl,
  text: TextControl,
  phone: TextControl,
  code: CodeControl,
  codes: CodesControl,
  person: PersonControl,
  agency: AgencyControl,
  track: TrackControl,
  group: GroupControl,
  list: ListControl,
  unknown: UnknownControl,
};

const UNKNOWN = {
  zh: '“{}”在本页面无法填写，请联系管理员。',
  en: 'This page cannot ask for “{}”; tell the administrator.',
};

function UnknownControl({ field }: DrawProps<FieldOf<'unknown'>>) {
  const say = useSay();
  return <Notice kind="warning">{say(about(UNKNOWN, labelOf(field)))}</Notice>;
}
