import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { ShelterContext, ShelterEvent } from './context.ts';

export const guards = defineGuards<ShelterContext, ShelterEvent>()({
  residentIsAdult: {
    text: title(
      '本人为完全民事行为能力人（未成年人只交给经核实的监护人）',
      'She is an adult of full capacity; minors go only to a verified guardian',
    ),
    who: ['shelter_worker'],
    test: ({ context }) => context.resident === 'adult',
  },
  voucherHonoured: {
    text: title(
      '持告诫书、保护令的，不得以不属于服务对象为由拒绝（公通字〔2024〕34号第14条）',
      'A warning letter or an order is a voucher: she is who a shelter is for',
    ),
    who: ['shelter_worker'],
    test: ({ context, event }) =>
      event.type !== 'request.declined' ||
      event.payload.ground !== 'not_this_service' ||
      (context.source !== 'voucher' &&
        event.case.facts.warningLetter === 'none' &&
        event.case.facts.protectionOrder !== 'in_force'),
  },
  residentIsProtected: {
    text: title(
      '求助人为未成年人或者无、限制民事行为能力人',
      'The resident is a minor or without full capacity',
    ),
    who: [],
    test: ({ context }) => context.resident !== 'adult',
  },
  wayIsFree: {
    text: title('本人已申请离站或者已自行离开', 'She asked to leave, or has left by herself'),
    who: ['shelter_worker'],
    test: ({ context }) => context.mayGo,
  },
  minorsAccountedFor: {
    text: title('随行未成年人随其离开或者已经交接', 'The minors leave with her or were handed over'),
    who: ['shelter_worker'],
    test: ({ context, event }) =>
      context.minors === 0 || (event.type === 'stay.ended' && event.payload.minors === 'with_her'),
  },
  minorsHere: {
    text: title('有随行未成年人', 'There are minors with her'),
    who: [],
    test: ({ context }) => context.minors > 0,
  },
  guardianNotDoubted: {
    text: title(
      '监护人没有被评为嫌疑、失职或者利害一致；有的，须另有保护型监护人',
      'No guardian is graded as suspect, neglectful or interested, unless a protective one is known',
    ),
    who: ['case_manager', 'supervisor'],
    test: ({ event }) =>
      ['unknown', 'protective'].includes(event.case.facts.guardian) ||
      event.case.facts.protectiveGuardian === 'known',
  },
  untilAhead: {
    text: title('延长期满时间须在将来', 'The new end lies ahead'),
    who: ['shelter_worker'],
    test: ({ event }) => event.type === 'extension.filed' && event.payload.until > event.occurredAt,
  },
  anotherSite: {
    text: title('须转移到另一场所', 'It is another place than the one he found'),
    who: ['shelter_worker'],
    test: ({ context, event }) => event.type === 'resident.relocated' && event.payload.site !== context.site,
  },
  noInquiryOpen: {
    text: title('尚无正在处置的不利查询', 'No adverse inquiry is being dealt with'),
    who: [],
    test: ({ event }) => event.case.facts.inquiry === 'none',
  },
  goesBackToHim: {
    text: title('返回加害人处或者加害人知道的去处', 'Back to him, or where he knows to find her'),
    who: [],
    test: ({ event }) =>
      event.type === 'leave.requested' &&
      (event.payload.destination === 'back_to_him' || event.payload.knownToHim === true),
  },
  lastVisit: {
    text: title('这是最后一次回访', 'This is the last follow-up'),
    who: [],
    test: ({ context }) => context.followUps.length <= 1,
  },
});
