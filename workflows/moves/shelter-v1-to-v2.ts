import { Type } from 'typebox';
import { RULES } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { defineMove } from '#src/workflow/define-move.ts';
import type { ShelterContext as OldContext } from '../retired/shelter.v1/context.ts';
import { RESIDENTS, SOURCES } from '../shelter/codes.ts';
import type { ShelterContext } from '../shelter/context.ts';

const Rule = () => Type.Enum(RULES.map(({ code }) => code));
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);

/** The lock of a place goes by the inquiry alone, and whoever may not be lost is reported. */
export const move = defineMove<OldContext, ShelterContext>()({
  workflow: 'shelter',
  from: 1,
  to: 2,
  title: title(
    '保密以不利查询的处置为准；未成年人等走失须报案',
    'The lock goes by the inquiry; a missing minor is reported to the police',
  ),
  states: {
    requested: 'requested',
    elsewhere: 'unplaced',
    'housed.term.usual.unreviewed': 'housed.term.usual.unreviewed',
    'housed.term.usual.reviewed': 'housed.term.usual.reviewed',
    'housed.term.overdue': 'housed.term.overdue',
    'housed.term.extended': 'housed.term.extended',
    'housed.life.living': 'housed.life.living',
    'housed.life.leaving': 'housed.life.leaving',
    'housed.life.absent': {
      pick: ({ resident }) => (resident === 'adult' ? 'free' : 'protected'),
      among: { free: 'housed.life.absent', protected: 'housed.life.missing' },
    },
    'housed.life.relocating': {
      blocked: title(
        '正在转移，到达新场所后再迁移',
        'She is being moved: nothing changes under the hands of those who move her',
      ),
    },
    followUp: 'followUp',
    closed: 'closed',
    placedElsewhere: 'placedElsewhere',
    withdrawn: 'withdrawn',
    died: 'died',
  },
  context: ({
    source,
    resident,
    minors,
    stays,
    site,
    admittedAt,
    until,
    mayGo,
    followUps,
    followUpRule,
    leftAt,
  }) => ({
    ...{ source, resident, minors, stays, site, admittedAt, until },
    ...{ mayGo, followUps, followUpRule, leftAt },
  }),
  remembers: Type.Object(
    {
      source: Type.Enum(Object.keys(SOURCES) as (keyof typeof SOURCES)[]),
      resident: Type.Enum(Object.keys(RESIDENTS) as (keyof typeof RESIDENTS)[]),
      minors: Type.Integer({ minimum: 0 }),
      stays: Type.Integer({ minimum: 0 }),
      site: orNull(Type.String()),
      admittedAt: orNull(Type.String()),
      until: orNull(Type.String()),
      mayGo: Type.Boolean(),
      followUps: Type.Array(Rule()),
      followUpRule: orNull(Rule()),
      leftAt: orNull(Type.String()),
    },
    { additionalProperties: false },
  ),
  deadlines: {
    screening: { kind: 'kept' },
    alternative: { kind: 'kept' },
    stayReview: { kind: 'kept' },
    stayLimit: { kind: 'kept' },
    extensionFiling: { kind: 'kept' },
    extensionEnd: { kind: 'kept' },
    departure: { kind: 'kept' },
    absence: {
      kind: 'recomputed',
      because: title(
        '外出未归改按十二小时联系，仍自发现时起算',
        'Whoever is gone is reached within twelve hours, still from when it was found',
      ),
    },
    relocation: { kind: 'kept' },
    followUp: { kind: 'kept' },
  },
  starts: {
    lossReport: title(
      '走失报案自迁移时起算，此前尚无此要求',
      'The time to report a loss starts now: it was not asked for before',
    ),
  },
  facts: {
    location: title('保密以不利查询的处置为准', 'Whether the place is locked is said by the inquiry alone'),
  },
});
