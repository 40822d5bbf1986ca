import type { Static } from 'typebox';
import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { type Opened, workflowSetup } from '#src/workflow/define-workflow.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { events, type Figures, type Funnel, input } from './events.ts';

type ActivityEvent = EventOf<typeof events>;

export type ActivityContext = {
  kind: Static<typeof input>['kind'];
  campaign: string | null;
  sessionCount: number;
  funnel: Funnel;
  /** 带动就业: people who were never trained here; no part of the funnel. */
  spillOver: number;
  figures: Figures | null;
  corrections: number;
};

/** The context of an activity that is being planned. */
export function openedContext({ payload }: Opened<Static<typeof input>>): ActivityContext {
  return {
    kind: payload.kind,
    campaign: payload.campaign ?? null,
    sessionCount: payload.sessionCount,
    funnel: { enrolled: 0, trained: 0, registered: 0, employed: 0, dropped: 0 },
    spillOver: 0,
    figures: null,
    corrections: 0,
  };
}

const STAFF = ['community_worker', 'case_manager', 'supervisor'] as const;

export const guards = defineGuards<ActivityContext, ActivityEvent>()({
  isTraining: {
    text: title('活动为技能培训', 'The activity is a training'),
    who: [],
    test: ({ context }) => context.kind === 'training',
  },
  funnelNarrows: {
    text: title(
      '报名≥参训≥就业登记≥就业，参训与退出之和不超过报名',
      'Enrolled, trained, registered, employed: never more than before; trained and dropped are enrolled',
    ),
    who: STAFF,
    test: ({ context, event }) => narrows(funnelAfter(context, event)),
  },
  attendancesAtLeastPeople: {
    text: title('人次不少于人数', 'Attendances are at least people'),
    who: STAFF,
    test: ({ event }) => {
      const figures = figuresOf(event);
      return figures === null || figures.attendances.value >= figures.people.value;
    },
  },
  entriesAtLeastHouseholds: {
    text: title('入户次数不少于户数', 'Entries are at least households'),
    who: STAFF,
    test: ({ event }) => isAtMost(figuresOf(event), 'households', 'entries'),
  },
  closedWithinCollected: {
    text: title('办结问题数不超过收集问题数', 'Problems closed are at most problems collected'),
    who: STAFF,
    test: ({ event }) => isAtMost(figuresOf(event), 'issuesClosed', 'issuesCollected'),
  },
});

const STEPS: { readonly [type: string]: keyof Funnel } = {
  'participants.enrolled': 'enrolled',
  'participants.trained': 'trained',
  'participants.registered': 'registered',
  'participants.employed': 'employed',
  'participants.dropped': 'dropped',
};

/** The funnel after an event that counts people, or that corrects all of it. */
export function funnelAfter({ funnel }: ActivityContext, event: ActivityEvent): Funnel {
  if (event.type === 'figures.corrected') return event.payload.funnel ?? funnel;
  const step = STEPS[event.type];
  if (step === undefined || !('count' in event.payload)) return funnel;
  return { ...funnel, [step]: funnel[step] + event.payload.count };
}

function narrows({ enrolled, trained, registered, employed, dropped }: Funnel): boolean {
  return trained + dropped <= enrolled && registered <= trained && employed <= registered;
}

function figuresOf(event: ActivityEvent): Figures | null {
  return event.type === 'activity.reported' || event.type === 'figures.corrected'
    ? event.payload.figures
    : null;
}

/** A smaller figure never comes without the larger one that it is a part of. */
function isAtMost(figures: Figures | null, part: keyof Figures, whole: keyof Figures): boolean {
  const value = figures?.[part]?.value;
  return value === undefined || value <= (figures?.[whole]?.value ?? -1);
}

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, ActivityContext>()({
  approval: {
    title: title('审批', 'Approved'),
    rule: 'H95',
    anchor: 'entry',
    metBy: ['activity.approved', 'activity.cancelled'],
    remind: dayBefore,
    remindTo: 'supervisor',
    escalate: toSupervisor,
  },
  locking: {
    title: title('锁定签到', 'Attendance locked'),
    rule: 'H96',
    anchor: 'entry',
    metBy: ['attendance.locked'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  reporting: {
    title: title('上报', 'Reported'),
    rule: 'H97',
    anchor: 'entry',
    metBy: ['activity.reported'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  archiving: {
    title: title('就业跟踪与归档', 'Followed up and archived'),
    rule: 'H98',
    anchor: 'entry',
    metBy: ['activity.archived'],
    remind: ['P7D'],
    escalate: toSupervisor,
  },
});

/** XState with the words of this workflow. */
export const activity = workflowSetup<ActivityContext>()({ input, events, guards, deadlines });
