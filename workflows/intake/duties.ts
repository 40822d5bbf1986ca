import { assign } from 'xstate';
import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { intake } from './setup.ts';

// These regions run beside the work, so that no progress of the case cancels a duty the law has started.

/** What was declared before either was told is covered by the telling. */
const oneTelling = intake.assign({ alarmOwed: false });
/** One of them was told of the danger before this one: both must hear of it, and the clocks start again. */
const alarmAnew = { guard: 'alarmOwed', target: '#intake.open.alarm.due', reenter: true } as const;

/** 高危致命: police and the upper federation must both be told, once per round of assessment (ACWF 11). */
export const alarm = intake.createStateConfig({
  meta: { title: title('报警与上报', 'Alarm') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须报警', 'No alarm'), waitsFor: ['operator', 'case_manager', 'supervisor'] },
      entry: intake.assign({ alarm: 'quiet' }),
      always: { guard: 'alarmOwed', target: 'due' },
    },
    due: {
      meta: {
        title: title('须立即报警并报上级妇联', 'Police and upper federation to be told'),
        deadlines: ['policeAlarm', 'federationAlarm'],
      },
      entry: [
        intake.assign({ alarm: 'due', alarmOwed: false, alarmed: true }),
        notify('supervisor', 'police.report_due'),
        notify('handler', 'police.report_due'),
      ],
      initial: 'both',
      states: {
        both: {
          meta: { title: title('公安机关和上级妇联均待报告', 'Both to be told'), waitsFor: ['operator'] },
          on: {
            'police.informed': { target: 'federation', actions: oneTelling },
            'police.arrived': { target: 'federation', actions: oneTelling },
            'federation.informed': { target: 'police', actions: oneTelling },
          },
        },
        police: {
          meta: { title: title('待报告公安机关', 'Police to be told'), waitsFor: ['operator'] },
          always: alarmAnew,
          on: {
            'police.informed': '#intake.open.alarm.told',
            'police.arrived': '#intake.open.alarm.told',
          },
        },
        federation: {
          meta: { title: title('待报告上级妇联', 'Upper federation to be told'), waitsFor: ['operator'] },
          always: alarmAnew,
          on: { 'federation.informed': '#intake.open.alarm.told' },
        },
      },
    },
    told: {
      meta: { title: title('已报警并上报', 'Told'), waitsFor: ['operator', 'case_manager', 'supervisor'] },
      entry: intake.assign({ alarm: 'told' }),
      always: { guard: 'alarmOwed', target: 'due' },
    },
  },
});

/** 强制报告 (反家庭暴力法 14, 未成年人保护法 11): nobody, neither victim nor guardian, can call it off. */
export const report = intake.createStateConfig({
  meta: { title: title('强制报告', 'Mandatory report') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无须报告', 'None'), waitsFor: ['operator', 'case_manager', 'supervisor'] },
      entry: intake.assign({ report: 'none' }),
      always: { guard: 'reportOwed', target: 'due' },
      on: { 'report.required': { target: 'due', actions: requireReport() } },
    },
    due: {
      meta: { title: title('待报告公安机关', 'To be filed with the police'), deadlines: ['mandatoryReport'] },
      entry: [
        intake.assign({ report: 'due', reportOwed: false, mandatory: true }),
        notify('supervisor', 'police.report_due'),
        notify('handler', 'police.report_due'),
      ],
      on: {
        'report.filed': {
          target: 'filed',
          actions: assign({ feedbackOwed: true, feedbackFrom: ({ event }) => event.payload.madeAt }),
        },
      },
    },
    filed: {
      meta: { title: title('已报告', 'Filed'), waitsFor: ['operator', 'case_manager', 'supervisor'] },
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
      meta: { title: title('无须反馈', 'None'), waitsFor: ['operator', 'case_manager', 'supervisor'] },
      entry: intake.assign({ feedback: 'none' }),
      always: { guard: 'feedbackOwed', target: 'awaited' },
    },
    awaited: {
      meta: { title: title('等待反馈', 'Awaited'), deadlines: ['policeFeedback'] },
      entry: intake.assign({ feedback: 'awaited', feedbackOwed: false }),
      on: { 'feedback.received': 'settled', 'feedback.escalated': 'settled' },
    },
    settled: {
      meta: {
        title: title('已反馈或者已提请监督', 'Answered, or supervision asked'),
        waitsFor: ['operator', 'case_manager', 'supervisor'],
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
  });
}
