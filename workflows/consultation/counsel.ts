import { title } from '#src/base/title.ts';
import { notify } from '#src/workflow/effect.ts';
import { conflictDiscovered, consultation, replacedInto, tellUnreachable, withoutLawyer } from './setup.ts';

const draftMade = {
  target: '#consultation.counsel.drafting',
  reenter: true,
  actions: consultation.assign({
    drafts: ({ context, event }) =>
      'document' in event.payload ? [...context.drafts, event.payload.document] : context.drafts,
  }),
} as const;

const countSession = consultation.assign({
  sessions: ({ context }) => context.sessions + 1,
  minutes: ({ context, event }) => context.minutes + ('minutes' in event.payload ? event.payload.minutes : 0),
});

const engaged = consultation.createStateConfig({
  meta: { title: title('已接受委派', 'Engaged') },
  initial: 'waiting',
  states: {
    waiting: {
      meta: { title: title('待首次会谈', 'First session to be held'), deadlines: ['firstSession'] },
      on: { 'session.held': { target: 'heard', actions: countSession } },
    },
    heard: { meta: { title: title('已会谈', 'Session held'), deadlines: ['adviceMemo'] } },
  },
  on: { 'advice.given': '#consultation.counsel.advised' },
});

/** The lawyer's own work: sessions, advice, documents. */
export const counsel = consultation.createStateConfig({
  meta: { title: title('律师承办', 'With the lawyer') },
  initial: 'engaged',
  states: {
    engaged,
    advised: {
      meta: { title: title('已出具意见', 'Advised'), deadlines: ['wrapUp'] },
      on: { 'draft.made': draftMade, 'consultation.closed': '#consultation.closed' },
    },
    // Somebody may be keeping her: that is for those who can go and see her, and the file waits for her.
    unreachable: {
      meta: { title: title('见不到当事人', 'The client cannot be seen'), deadlines: ['clientContact'] },
      entry: tellUnreachable,
      on: { 'client.reached': 'engaged' },
    },
    drafting: {
      meta: { title: title('起草中', 'Drafting'), deadlines: ['confirmation'] },
      on: { 'draft.made': draftMade, 'draft.confirmed': 'drafted' },
    },
    drafted: {
      meta: { title: title('文书已确认', 'Drafted and confirmed'), deadlines: ['filing'] },
      on: {
        'draft.made': draftMade,
        'document.filed': 'advised',
        'consultation.closed': '#consultation.closed',
      },
    },
  },
  on: {
    'engagement.returned': {
      target: '#consultation.matching.requested',
      actions: [...withoutLawyer, notify('supervisor', 'consultation.declined')],
    },
    'lawyer.replaced': replacedInto('#consultation.matching.requested'),
    'session.held': { actions: countSession },
    'representation.needed': '#consultation.legalAid',
    'client.unreachable': '#consultation.counsel.unreachable',
    'conflict.discovered': conflictDiscovered,
  },
});
