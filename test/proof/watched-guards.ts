import type { Workflow } from '#src/workflow/define-workflow.ts';

/** A guard read a context key of which its abstraction says that no guard reads it. */
export class UnreadKeyReadError extends Error {
  constructor(guard: string, key: string) {
    super(`the guard ${guard} reads ${key}, which the abstraction leaves out: add it, or give it a view`);
    this.name = 'UnreadKeyReadError';
  }
}

type Test = (args: { readonly context: object; readonly event: object }) => boolean;

/** The same workflow, except that its guards are caught when they read one of these keys of the context. */
export function watchGuards(workflow: Workflow, hidden: ReadonlySet<string>): Workflow {
  const tests: Record<string, Test> = {};
  for (const [name, test] of Object.entries(workflow.machine.implementations.guards)) {
    tests[name] = ({ context, event }) =>
      (test as Test)({ context: new Proxy(context, catching(name, hidden)), event });
  }
  return { ...workflow, machine: workflow.machine.provide({ guards: tests as never }) };
}

function catching(guard: string, hidden: ReadonlySet<string>): ProxyHandler<object> {
  return {
    get: (context, key) => {
      if (typeof key === 'string' && hidden.has(key)) throw new UnreadKeyReadError(guard, key);
      return Reflect.get(context, key);
    },
  };
}
