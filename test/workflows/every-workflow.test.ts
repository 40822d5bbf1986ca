import { describe, expect, test } from 'vitest';
import { CHILD_WORKFLOWS } from '#src/base/child-workflows.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { PLANTED } from '#test/support/planted-workflows.ts';
import { WORKFLOW_CHECKS } from '#test/support/workflow-checks.ts';

const loaded = await loadEveryWorkflow();

test('there are workflows to look at', () => {
  expect(loaded.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['consultation', 'intake', 'referral']),
  );
});

test('a workflow that another one may start is there', () => {
  const known = loaded.map(({ workflow }) => workflow.id);
  expect(CHILD_WORKFLOWS.filter((id) => !known.includes(id))).toEqual([]);
});

describe.each(Object.entries(WORKFLOW_CHECKS))('%s', (promise, check) => {
  test.each(loaded)('in $file', (workflow) => {
    expect(check(workflow)).toEqual([]);
  });

  test('and a workflow that breaks it is found out', () => {
    const planted = PLANTED[promise];
    expect(planted, 'a workflow that breaks this promise').toBeDefined();
    for (const broken of planted ?? []) expect(check(broken), JSON.stringify(broken.file)).not.toEqual([]);
  });
});
