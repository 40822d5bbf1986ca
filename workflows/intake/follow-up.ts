import { and, assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { dangerDeclared } from './contact.ts';
import type { IntakeContext } from './context.ts';
import { gradeStands, intake, newIncident, newRound } from './setup.ts';
import { contactSafety } from './contact-safety.ts';
import { crisisDeclared, householdLinked, inquiryReceived, otherDied, survivorDied } from './turns.ts';

const openAgain = [
  intake.assign({ followUps: [], followUpRule: null, followUpFrom: null, followUpsMissed: 0 }),
  effect({ kind: 'reopen_case' }),
] as const;
const reopen = [newIncident, ...openAgain] as const;
/** Something happened to her or around her, and no new violence that we know of. */
const lookAgain = [newRound, ...openAgain] as const;
const passed = intake.assign(({ context, event }) => afterFollowUp(context, event.occurredAt));

/** 跟踪回访: the days after closing are counted from closing, the months from the last follow-up. */
export const closed = intake.createStateConfig({
  meta: { title: title('已结案，回访期', 'Closed, being followed up') },
  initial: 'followUp',
  states: {
    followUp: {
      meta: { title: title('待回访', 'Follow-up to be made'), deadlines: ['followUp'] },
      on: {
        'followup.missed': [
          {
            guard: 'moreFollowUpTries',
            target: 'followUp',
            reenter: true,
            actions: [
              assign({
                followUpsMissed: ({ context }) => context.followUpsMissed + 1,
                followUpRule: 'H4d3',
                followUpFrom: ({ event }) => event.occurredAt,
              }),
              notify('supervisor', 'deadline.lapsed'),
            ],
          },
          { target: 'unreached', actions: notify('supervisor', 'deadline.lapsed') },
        ],
      },
    },
    unreached: {
      meta: {
        title: title('多次未回访，待督导决定', 'Not followed up, supervisor decides'),
        deadlines: ['unreached'],
      },
      on: { 'file.archived': '#intake.archived' },
    },
  },
  on: {
    'followup.passed': [
      { guard: and(['notThroughSuspect', 'lastFollowUp']), target: '#intake.archived' },
      { guard: 'notThroughSuspect', target: '.followUp', reenter: true, actions: passed },
    ],
    'followup.failed': {
      target: '#intake.open.work.assessing',
      actions: [...reopen, notify('supervisor', 'followup.unsafe'), notify('handler', 'followup.unsafe')],
    },
    'call.repeated': { target: '#intake.open.work.assessing', actions: reopen },
    'household.incident': {
      target: '#intake.open.work.assessing',
      actions: [...reopen, notify('supervisor', 'household.incident')],
    },
    'circumstances.changed': [
      { guard: 'raisesDanger', target: '#intake.open.work.assessing', actions: lookAgain },
      {},
    ],
    ...contactSafety,
    'household.linked': householdLinked,
    // The case is open again, for who killed her is still to be prosecuted.
    'death.recorded': [
      { ...survivorDied, actions: [effect({ kind: 'reopen_case' }), ...survivorDied.actions] },
      otherDied,
    ],
    'survivor.returned': { target: '#intake.open.work.assessing', actions: [...lookAgain, ...gradeStands] },
    'crisis.declared': crisisDeclared.map((way) => ({
      ...way,
      target: '#intake.open.work.assessing',
      actions: [...lookAgain, way.actions].flat(),
    })),
    'inquiry.received': inquiryReceived.map((way) => ({
      ...way,
      target: '#intake.open.work.assessing',
      actions: [...lookAgain, ...way.actions],
    })),
    'danger.declared': { ...dangerDeclared, actions: [...reopen, ...dangerDeclared.actions] },
  },
});

function afterFollowUp(context: IntakeContext, heldAt: string): Partial<IntakeContext> {
  const followUps = context.followUps.slice(1);
  const followUpRule = followUps[0] ?? null;
  const followUpFrom = followUpRule === 'H4m' ? heldAt : context.closedAt;
  return { followUps, followUpRule, followUpFrom, followUpsMissed: 0 };
}
