import { Type } from 'typebox';
import { strict, text } from './strict.ts';

const flag = () => Type.Optional(Type.Boolean());
const code = () => Type.Optional(text(40));
const line = (maxLength: number) => Type.Optional(text(maxLength));

const PERSON = {
  name: line(80),
  phone: line(40),
  idNumber: line(40),
  sex: code(),
  birthDate: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
  ageGroup: code(),
  job: line(80),
  address: line(300),
  note: line(2000),
};

const clockTime = () => Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/**
 * What an operator can write down while the caller is on the line. Only the first three are asked for; a case opens
 * with a caller who says nothing else. Which codes there are is the intake workflow's business.
 */
export const openCaseBody = strict({
  channel: text(40),
  caller: strict({
    relation: text(40),
    anonymous: flag(),
    name: line(80),
    phone: line(40),
    note: line(2000),
  }),
  safeContact: strict({
    canTalkNow: Type.Boolean(),
    okToText: flag(),
    phoneControlled: flag(),
    through: code(),
    okToCall: flag(),
    okToVoicemail: flag(),
    phone: line(40),
    window: Type.Optional(strict({ from: clockTime(), to: clockTime() })),
    codeWord: line(80),
    whoMayAnswer: line(200),
    note: line(2000),
  }),
  survivor: Type.Optional(strict({ ...PERSON, minor: flag(), capacity: code(), children: line(500) })),
  respondent: Type.Optional(strict({ ...PERSON, relation: code() })),
  incident: Type.Optional(
    strict({
      time: line(40),
      area: line(200),
      narrative: line(8000),
      violenceForms: Type.Optional(Type.Array(text(40), { maxItems: 8 })),
      injured: flag(),
      weapon: flag(),
      childrenPresent: flag(),
    }),
  ),
});
