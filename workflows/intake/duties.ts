import { assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import type { IntakeContext, IntakeEvent } from './context.ts';
import { isRunning } from './plan.ts';
import { intake } from './setup.ts';

const DESK = ['operator', 'case_manager', 'supervisor'] as const;

// These regions run beside the work, so that no progress of the case cancels a duty the law has started.

const policeAlarm = intake.createStateConfig({
  meta: { title: title('报告公安机关', 'Police') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须报警', 'No alarm'), waitsFor: DESK },
      entry: intake.assign({ policeAlarm: 'quiet' }),
      always: { guard: 'policeOwed', target: 'due' },
    },
    due: {
      meta: { title: title('须立即报告公安机关', 'Police to be told'), deadlines: ['policeAlarm'] },
      entry: [
        intake.assign({ policeAlarm: 'due', policeOwed: false }),
        notify('supervisor', 'police.report_due'),
        notify('handler', 'police.report_due'),
      ],
      // Another danger before they were told: the same telling covers it, and the earlier clock stays.
      always: { guard: 'policeOwed', actions: intake.assign({ policeOwed: false }) },
      on: { 'police.informed': 'told', 'police.arrived': 'told' },
    },
    told: {
      meta: { title: title('已报告公安机关', 'Police told'), waitsFor: DESK },
      entry: intake.assign({ policeAlarm: 'told' }),
      always: { guard: 'policeOwed', target: 'due' },
    },
  },
});

const federationAlarm = intake.createStateConfig({
  meta: { title: title('报告上级妇联', 'Upper federation') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须上报', 'No alarm'), waitsFor: DESK },
      entry: intake.assign({ federationAlarm: 'quiet' }),
      always: { guard: 'federationOwed', target: 'due' },
    },
    due: {
      meta: {
        title: title('须立即报告上级妇联', 'Upper federation to be told'),
        deadlines: ['federationAlarm'],
      },
      entry: intake.assign({ federationAlarm: 'due', federationOwed: false }),
      always: { guard: 'federationOwed', actions: intake.assign({ federationOwed: false }) },
      on: { 'federation.informed': 'told' },
    },
    told: {
      meta: { title: title('已报告上级妇联', 'Upper federation told'), waitsFor: DESK },
      entry: intake.assign({ federationAlarm: 'told' }),
      always: { guard: 'federationOwed', target: 'due' },
    },
  },
});

/** 高危致命: police and the upper federation must both be told, once per round of assessment (ACWF 11). */
export const alarm = intake.createStateConfig({
  type: 'parallel',
  meta: { title: title('报警与上报', 'Alarm') },
  states: { police: policeAlarm, federation: federationAlarm },
});

/**
 * The suspect is who should protect: where the child or ward is, and who may speak for it, is a track of its own from this
 * moment on (临时监护 未成年人保护法 92, 撤销监护 反家庭暴力法 21).
 */
const guardianAside = [
  {
    type: 'effect',
    params: ({ context, event }: { context: IntakeContext; event: IntakeEvent }) =>
      context.guardianSuspected && !isRunning(event, 'placement')
        ? ({
            kind: 'start_track',
            workflow: 'placement',
            input: {
              basis: 'mandatory_report',
              child: context.reportRule === 'R2p' ? 'minor' : 'no_capacity',
            },
          } as const)
        : ({ kind: 'none' } as const),
  },
  {
    type: 'effect',
    params: ({ context }: { context: IntakeContext }) =>
      context.guardianSuspected
        ? ({ kind: 'notify', to: 'supervisor', notice: 'guardian.suspected' } as const)
        : ({ kind: 'none' } as const),
  },
] as const;

/** 强制报告 (反家庭暴力法 14, 未成年人保护法 11): nobody, neither victim nor guardian, can call it off. */
export const report = intake.createStateConfig({
  meta: { title: title('强制报告', 'Mandatory report') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无须报告', 'None'), waitsFor: DESK },
      entry: intake.assign({ report: 'none' }),
      always: { guard: 'reportOwed', target: 'due' },
      on: { 'report.required': { target: 'due', actions: requireReport() } },
    },
    due: {
      meta: {
        title: title('待报告公安机关', 'To be filed with the police'),
        deadlines: ['mandatoryReport', 'passedReport'],
      },
      entry: [
        intake.assign({
          report: 'due',
          reportOwed: false,
          mandatory: true,
          reportFrom: ({ context, event }) => context.reportFrom ?? event.occurredAt,
        }),
        notify('supervisor', 'police.report_due'),
        notify('handler', 'police.report_due'),
        ...guardianAside,
      ],
      on: {
        'report.filed': {
          target: 'filed',
          actions: assign({
            feedbackOwed: true,
            feedbackFrom: ({ event }) => event.payload.madeAt,
            reportFrom: null,
            hops: [],
          }),
        },
        // From desk to desk: each has it for no longer than the law gives anybody, and the first clock runs on.
        'report.passed': {
          actions: [
            assign({ hops: ({ event }) => [{ id: event.payload.to, from: event.occurredAt }] }),
            notify('supervisor', 'police.report_due'),
          ],
        },
      },
    },
    filed: {
      meta: { title: title('已报告', 'Filed'), waitsFor: DESK },
      entry: intake.assign({ report: 'filed' }),
      always: { guard: 'reportOwed', target: 'due' },
      on: { 'report.required': { target: 'due', actions: requireReport() } },
    },
  },
});

/** 反馈 (侵害未成年人案件强制报告意见 10): the police tell the reporter what became of it. */
export const feedback = intake.createStateConfig({
  meta: { title: title('公安机关反馈', 'Feedback of the police') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无须反馈', 'None'), waitsFor: DESK },
      entry: intake.assign({ feedback: 'none' }),
      always: { guard: 'feedbackOwed', target: 'awaited' },
    },
    awaited: {
      meta: { title: title('等待反馈', 'Awaited'), deadlines: ['policeFeedback'] },
      entry: intake.assign({ feedback: 'awaited', feedbackOwed: false }),
      on: {
        'feedback.received': 'settled',
        'feedback.escalated': 'settled',
        // 三日 run from the day the police took it on (意见 10), which may be after the report.
        'report.docketed': {
          target: 'awaited',
          reenter: true,
          actions: assign({ feedbackFrom: ({ event }) => event.payload.docketedAt }),
        },
      },
    },
    settled: {
      meta: {
        title: title('已反馈或者已提请监督', 'Answered, or supervision asked'),
        waitsFor: DESK,
      },
      entry: intake.assign({ feedback: 'settled' }),
      always: { guard: 'feedbackOwed', target: 'awaited' },
    },
  },
});

function requireReport() {
  return intake.assign({
    reportRule: ({ event }) =>
      event.type === 'report.required' && event.payload.subject === 'minor' ? 'R2p' : 'R1p',
    reportFrom: ({ event }) => (event.type === 'report.required' ? (event.payload.foundAt ?? null) : null),
    guardianSuspected: ({ context, event }) =>
      context.guardianSuspected ||
      (event.type === 'report.required' && event.payload.guardianSuspected === true),
  });
}
