import type { Workflow } from './define-workflow.ts';

/** Every workflow this build knows, each version that a case may still be pinned to. */
export type WorkflowRegistry = {
  readonly ids: () => readonly string[];
  readonly latest: (id: string) => Workflow | undefined;
  readonly version: (id: string, version: number) => Workflow | undefined;
};
