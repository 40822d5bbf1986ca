import { expect, test } from 'vitest';
import { fingerprint } from '#src/workflow/fingerprint.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { PLANTED, SOUND_WORKFLOW } from '#test/support/planted-workflows.ts';
import known from './fingerprints.json' with { type: 'json' };

const FINGERPRINTS: Readonly<Record<string, string>> = known;

test.each(await loadEveryWorkflow())('$file is as it was when its version was fixed', ({ workflow }) => {
  const name = `${workflow.id}.v${workflow.version}`;
  const message =
    `${name} has changed. Cases may be running on it: raise version, move the old file to retired/, ` +
    `and write the new fingerprint ${fingerprint(workflow)} into fingerprints.json`;
  expect(FINGERPRINTS[name], message).toBe(fingerprint(workflow));
});

test('a changed state, event or deadline changes the fingerprint, a changed title does not', () => {
  const sound = fingerprint(SOUND_WORKFLOW.workflow);
  const retitled = PLANTED['everything has a title in Chinese and in English']?.[0];
  const changed = [
    ...(PLANTED['every deadline runs somewhere and what settles or ends it is heard there'] ?? []),
    ...(PLANTED['payloads are closed, bounded and labelled'] ?? []),
    ...(PLANTED['roles and rules are known'] ?? []),
  ];
  expect(retitled && fingerprint(retitled.workflow)).toBe(sound);
  for (const { workflow } of changed) expect(fingerprint(workflow)).not.toBe(sound);
});
