/** Answers a question of what is run: one of these values. Asked again under the same name, it answers the same. */
export type Choose = <V>(name: string, values: readonly V[]) => V;

/** One course that what was run took, and what it had asked for by then. */
export type Branch<T> = { readonly answer: T; readonly chosen: Readonly<Record<string, unknown>> };

/** More courses than any step of ours has; a step that asks for everything it can is a mistake in the question. */
const BRANCHES_MAX = 5000;

/**
 * Runs something once for each course it can take: it forks where a value is asked for, and only there. What nobody
 * reads is not multiplied. Throws beyond so many courses.
 */
export function branches<T>(run: (choose: Choose) => T): Branch<T>[] {
  const done: Branch<T>[] = [];
  const open: unknown[][] = [[]];
  for (let course = open.pop(); course !== undefined; course = open.pop()) {
    if (done.length === BRANCHES_MAX) throw new Error(`a step forks more than ${BRANCHES_MAX} times`);
    const decided: unknown[] = [];
    const chosen: Record<string, unknown> = {};
    const prefix: readonly unknown[] = course;
    const choose: Choose = (name, values) => {
      if (name in chosen) return chosen[name] as never;
      if (values.length === 0) throw new Error(`nothing to choose from for ${name}`);
      const isNew = decided.length >= prefix.length;
      const value = isNew ? values[0] : prefix[decided.length];
      if (isNew) for (const other of values.slice(1)) open.push([...decided, other]);
      decided.push(value);
      chosen[name] = value;
      return value as never;
    };
    done.push({ answer: run(choose), chosen });
  }
  return done;
}
