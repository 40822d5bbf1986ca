/**
 * Named places where a test may end the process. Each stands for a real moment of danger; a test loops over all.
 * - `before_write`: the step is planned, nothing is written: the client must be able to send it again.
 * - `after_write`: committed, the client has not heard: sending it again must give the stored answer.
 * - `after_ring`: committed and rung, the answer not yet on the wire.
 * - `message_taken`: a worker holds an outbox message, its effect has not happened.
 * - `message_done`: the effect has happened, the message is not yet marked.
 * - `before_lapse`: a deadline's end was found, nothing was done about it.
 */
export const FAULT_POINTS = [
  'before_write',
  'after_write',
  'after_ring',
  'message_taken',
  'message_done',
  'before_lapse',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

/** What happens at a point; nothing, outside of tests. */
export type Fault = (point: FaultPoint) => void;

export const noFault: Fault = () => undefined;
