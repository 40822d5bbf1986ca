import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { visit } from './setup.ts';

const DESK = ['community_worker', 'case_manager', 'supervisor'] as const;

const tellOfSigns = [notify('case_manager', 'signs.seen'), notify('supervisor', 'signs.seen')] as const;

/**
 * 发现家庭暴力迹象: told to those who answer for the case and to nobody else. No track is opened by itself: a file that she
 * does not know of could reach her home before she does.
 */
export const signs = visit.createStateConfig({
  meta: { title: title('家庭暴力迹象', 'Signs of violence') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未发现', 'None seen'), waitsFor: DESK },
      on: { 'signs.seen': { target: 'seen', actions: tellOfSigns } },
    },
    seen: {
      meta: { title: title('已发现，待受理', 'Seen, to be taken up'), deadlines: ['signs'] },
      entry: visit.assign({ signs: 'seen' }),
      on: {
        'signs.answered': { target: 'answered', actions: visit.assign({ signs: 'answered' }) },
        // More signs before the first were taken up: the earlier clock stays.
        'signs.seen': { actions: tellOfSigns },
      },
    },
    answered: {
      meta: { title: title('已受理', 'Taken up'), waitsFor: DESK },
      on: { 'signs.seen': { target: 'seen', actions: tellOfSigns } },
    },
  },
});

/** A child's clock and another's run side by side; the longer one never hides the shorter. */
const oweReport = visit.assign({
  childrenOwed: ({ context, event }) =>
    event.type === 'signs.seen' && event.payload.subject === 'minor'
      ? [{ id: 'minor' }]
      : context.childrenOwed,
  adultsOwed: ({ context, event }) =>
    event.type === 'signs.seen' && event.payload.subject === 'limited_capacity'
      ? [{ id: 'limited_capacity' }]
      : context.adultsOwed,
});
const due = {
  guard: 'aboutProtected',
  target: 'due',
  actions: [oweReport, notify('supervisor', 'police.report_due'), notify('handler', 'police.report_due')],
} as const;

/** 强制报告 (反家庭暴力法 14, 未成年人保护法 11): no progress of the visit calls it off. */
export const report = visit.createStateConfig({
  meta: { title: title('强制报告', 'Mandatory report') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('无须报告', 'None'), waitsFor: DESK },
      on: { 'signs.seen': due },
    },
    due: {
      meta: {
        title: title('待报告公安机关', 'To be filed with the police'),
        deadlines: ['childReport', 'adultReport'],
      },
      entry: visit.assign({ report: 'due' }),
      on: {
        'signs.seen': { guard: 'aboutProtected', actions: oweReport },
        'report.filed': {
          target: 'filed',
          actions: visit.assign({ childrenOwed: [], adultsOwed: [], report: 'filed' }),
        },
      },
    },
    filed: {
      meta: { title: title('已报告', 'Filed'), waitsFor: DESK },
      on: { 'signs.seen': due },
    },
  },
});
