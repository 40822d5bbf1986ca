import { notify } from '#src/workflow/effect.ts';
import { intake } from './setup.ts';

/** Whoever has her phone reads what is sent to it: nothing is, until somebody made sure with her alone. */
export const contactSafety = {
  'contact.doubted': {
    actions: [
      intake.assign({ contactDoubtful: true, okToText: false }),
      notify('supervisor', 'danger.foreseen'),
      notify('handler', 'danger.foreseen'),
    ],
  },
  'contact.verified': {
    actions: intake.assign(({ context, event }) =>
      event.type === 'contact.verified'
        ? {
            contactDoubtful: false,
            okToText: event.payload.okToText,
            contactThrough: event.payload.through ?? context.contactThrough,
          }
        : {},
    ),
  },
} as const;
