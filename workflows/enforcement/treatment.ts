import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, label, Payload } from '#src/workflow/field.ts';
import { PlannedInstant } from '#src/workflow/instant-schema.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';

const POLICE: readonly Role[] = ['police_liaison', 'case_manager', 'supervisor'];

const TREATMENTS = {
  detoxification: ['强制隔离戒毒', 'Compulsory isolated detoxification'],
  prolonged: ['延长强制隔离戒毒', 'Detoxification prolonged'],
} as const;

/** 强制隔离戒毒 (禁毒法 38, 47): he is locked away as in a detention, and comes out of it as from one. */
export const treatmentEvents = defineEvents({
  'treatment.ordered': {
    domainCode: 'enforce.TREATMENT',
    title: title('决定强制隔离戒毒', 'Compulsory treatment ordered'),
    roles: POLICE,
    payload: Payload({
      kind: Codes(TREATMENTS, '种类', 'Kind'),
      decisionNo: Type.Optional(Sealed('identity', 80, label('决定书文号', 'Number'))),
      endsAt: PlannedInstant(label('期满时间（最早可能释放的时间）', 'End, or the earliest release')),
    }),
  },
});
