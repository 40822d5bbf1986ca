import { title } from '#src/base/title.ts';
import type { Effect } from '#src/workflow/effect.ts';
import { Codes, Flag, Payload } from '#src/workflow/field.ts';
import { defineEvents, type EventOf } from '#src/workflow/workflow-event.ts';
import { OFFENCES } from '../criminal/codes.ts';
import { COURT_DESK } from './fields.ts';

/** What the court comes upon while it looks into an application. */
export const crimeEvents = defineEvents({
  'crime.referred': {
    domainCode: 'po.CRIME_LEAD',
    title: title('移送犯罪线索', 'Crime lead handed to the police'),
    roles: COURT_DESK,
    payload: Payload({
      offence: Codes(OFFENCES, '涉嫌罪名', 'Offence'),
      acknowledged: Flag('公安机关已签收', 'Police acknowledged'),
    }),
  },
});

/** 移送犯罪线索 (法发〔2015〕4号 7): what the court comes upon goes to the police, beside the order and whatever becomes of it. */
export const startCriminal = {
  type: 'effect',
  params: ({ event }: { event: EventOf<typeof crimeEvents> }): Effect =>
    event.case.facts.criminal === 'none'
      ? {
          kind: 'start_track',
          workflow: 'criminal',
          input: {
            suspect: 'abuser',
            offence: event.payload.offence,
            source: 'court_transfer',
            reportedAt: event.occurredAt,
          },
        }
      : { kind: 'notify', to: 'case_manager', notice: 'danger.foreseen' },
} as const;
