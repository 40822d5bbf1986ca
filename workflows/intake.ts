import { and } from 'xstate';
import { title } from '#src/base/title.ts';
import { defineWorkflow } from '#src/workflow/define-workflow.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { active, assessing, graded } from './intake/care.ts';
import {
  callbackPlanned,
  dangerDeclared,
  emergency,
  lostContact,
  registering,
  safetyCheck,
} from './intake/contact.ts';
import { contactSafety } from './intake/contact-safety.ts';
import { events, openedContext } from './intake/context.ts';
import { deadlines } from './intake/deadlines.ts';
import { atTheDesk } from './intake/desk.ts';
import { alarm, feedback, report } from './intake/duties.ts';
import { closed } from './intake/follow-up.ts';
import { guards } from './intake/guards.ts';
import { input } from './intake/registration.ts';
import { intake } from './intake/setup.ts';
import { crisisDeclared, householdLinked, inquiryReceived, otherDied, survivorDied } from './intake/turns.ts';

const machine = intake.createMachine({
  id: 'intake',
  context: ({ input: opened }) => openedContext(opened),
  initial: 'new',
  states: {
    new: {
      meta: { title: title('新来电（来访）', 'New'), deadlines: ['firstContact'] },
      on: { 'call.answered': 'open' },
    },
    open: {
      type: 'parallel',
      meta: { title: title('办理中', 'Open'), deadlines: ['tickets'] },
      states: {
        work: {
          meta: { title: title('办理', 'Work') },
          initial: 'safetyCheck',
          states: {
            safetyCheck,
            callbackPlanned,
            lostContact,
            emergency,
            registering,
            assessing,
            graded,
            active,
          },
          on: { 'danger.declared': dangerDeclared },
        },
        alarm,
        report,
        feedback,
      },
      on: {
        'crisis.declared': crisisDeclared,
        'inquiry.received': inquiryReceived,
        ...contactSafety,
        ...atTheDesk,
        'circumstances.changed': {},
        'household.linked': householdLinked,
        'household.incident': { actions: notify('supervisor', 'household.incident') },
        'death.recorded': [survivorDied, otherDied],
        'survivor.withdrew': {
          guard: and([
            'notMandatory',
            'fullCapacity',
            'riskBelowHigh',
            'crisisOver',
            'alarmSettled',
            'reportSettled',
            'childrenFinal',
            'siblingDeadlinesSettled',
          ]),
          target: 'closedWithdrawn',
          actions: effect({ kind: 'close_case' }),
        },
      },
    },
    closed,
    died: {
      meta: { title: title('当事人死亡', 'She died'), waitsFor: ['case_manager', 'supervisor'] },
      on: {
        'file.archived': {
          guard: and(['childrenFinal', 'siblingDeadlinesSettled']),
          target: 'archived',
          actions: effect({ kind: 'close_case' }),
        },
      },
    },
    archived: { type: 'final', meta: { title: title('已归档', 'Archived') } },
    closedInfo: { type: 'final', meta: { title: title('仅提供信息，已结束', 'Closed, information only') } },
    closedLost: { type: 'final', meta: { title: title('失联，已结束', 'Closed, contact lost') } },
    closedWithdrawn: { type: 'final', meta: { title: title('当事人撤回，已结束', 'Closed, withdrawn') } },
  },
});

/** 家庭暴力投诉受理: 登记、危险评估、分级处理、结案存档、跟踪回访 (妇联组织受理家庭暴力投诉工作规程 6). */
export const workflow = defineWorkflow({
  id: 'intake',
  version: 1,
  title: title('受理', 'Intake'),
  openedBy: [],
  input,
  events,
  guards,
  deadlines,
  machine,
  hears: [
    { fact: 'dangerPoint', becomes: 'due', event: 'review.triggered' },
    { fact: 'breach', becomes: 'yes', event: 'review.triggered' },
    { fact: 'warningLetter', becomes: 'violated', event: 'review.triggered' },
    { fact: 'mediationViolence', becomes: 'yes', event: 'review.triggered' },
    { fact: 'disclosure', becomes: 'made', event: 'review.triggered' },
    { fact: 'disclosure', becomes: 'signs', event: 'review.triggered' },
  ],
  facts: ({ context, state }) => ({
    risk: context.risk,
    repeat: context.repeat ? 'yes' : 'no',
    survivor: state.includes('died') ? 'died' : 'living',
    intake: state.some((path) => path === 'new' || path.startsWith('open.')) ? 'active' : 'closed',
    ...(context.guardianSuspected ? { guardian: 'suspect' as const } : {}),
    mandatoryReport: context.report === 'due' ? 'due' : context.mandatory ? 'reported' : 'none',
  }),
});
