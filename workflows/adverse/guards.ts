import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { events } from './events.ts';

export type AdverseContext = {
  kind: string;
  seen: 'unseen' | 'seen' | 'unreachable';
  agencies: 'untold' | 'told';
  answered: boolean;
  exposed: boolean;
};

const ASKED = ['operator', 'case_manager', 'supervisor', 'shelter_worker', 'police_liaison'] as const;

export const guards = defineGuards<AdverseContext, EventOf<typeof events>>()({
  seenAlone: {
    text: title('已单独会见本人', 'She was seen alone'),
    who: ASKED,
    test: ({ context }) => context.seen === 'seen',
  },
  seenOrUnreachable: {
    text: title(
      '已单独会见本人，或者督导确认见不到本人',
      'She was seen alone, or a supervisor says she cannot be',
    ),
    who: ASKED,
    test: ({ context }) => context.seen !== 'unseen',
  },
  isExposed: {
    text: title('信息已被公开', 'Something became public'),
    who: [],
    test: ({ context }) => context.exposed,
  },
  saysExposed: {
    text: title('再次发生的是信息公开', 'What happened again is an exposure'),
    who: [],
    test: ({ event }) => event.type === 'inquiry.repeated' && event.payload.kind === 'exposure',
  },
  exposureOver: {
    text: title('公开的信息已经补救', 'What became public was remedied'),
    who: ASKED,
    test: ({ context }) => !context.exposed,
  },
  agenciesTold: {
    text: title('已通知各单位保密', 'The agencies were told'),
    who: ASKED,
    test: ({ context }) => context.agencies === 'told',
  },
  sheWishesIt: {
    text: title('本人书面提出解除', 'She asks for it in writing'),
    who: ['supervisor'],
    test: ({ event }) => event.type === 'lock.lifted' && event.payload.herWish,
  },
});
