import { title } from '#src/base/title.ts';
import { litigation } from './setup.ts';

const SIDE = ['lawyer', 'case_manager', 'supervisor'] as const;

/** Runs beside the suit, so that no step of the court cancels a review that a danger point made due. */
export const review = litigation.createStateConfig({
  meta: { title: title('危险节点复评', 'Review at danger points') },
  initial: 'quiet',
  states: {
    quiet: {
      meta: { title: title('无须复评', 'None due'), waitsFor: SIDE },
      entry: litigation.assign({ review: 'none' }),
      always: { guard: 'reviewOwed', target: 'due' },
    },
    due: {
      meta: { title: title('须立即复评', 'Review due'), deadlines: ['dangerReview'] },
      entry: litigation.assign({ review: 'due', reviewOwed: false }),
      // A second danger point before the review: one review covers both, and the earlier clock stays.
      always: { guard: 'reviewOwed', actions: litigation.assign({ reviewOwed: false }) },
      on: { 'risk.reviewed': { guard: 'levelIsTheCases', target: 'quiet' } },
    },
  },
});

/** 支持起诉 (妇女权益保障法 73, 民事诉讼法 15). */
export const support = litigation.createStateConfig({
  meta: { title: title('支持起诉', 'Support for the suit') },
  initial: 'none',
  states: {
    none: {
      meta: { title: title('未申请', 'Not asked for'), waitsFor: SIDE },
      on: { 'support.requested': 'requested' },
    },
    requested: {
      meta: { title: title('待决定', 'Waiting for the decision'), deadlines: ['support'] },
      on: { 'support.decided': 'decided' },
    },
    decided: {
      meta: { title: title('已决定', 'Decided'), waitsFor: SIDE },
      on: { 'support.requested': 'requested' },
    },
  },
});
