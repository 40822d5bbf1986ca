/**
 * The workflows that a track of another one may start or speak to, by name, so that a misspelt one does not compile. One that
 * nobody but a person opens need not be here. A test holds each name to a file.
 */
export const CHILD_WORKFLOWS = [
  'consultation',
  'protection-order',
  'warning-letter',
  'mediation',
  'shelter',
  'visit',
  'litigation',
  'placement',
  'enforcement',
  'criminal',
  'crisis',
  'adverse',
  'supervision',
] as const;

export type ChildWorkflow = (typeof CHILD_WORKFLOWS)[number];
