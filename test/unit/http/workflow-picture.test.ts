import { expect, test } from 'vitest';
import { loadPictures } from '#src/load-pictures.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { markStates, readPicture } from '#src/http/workflow-picture.ts';
import { listStates } from '#src/workflow/list-states.ts';

const workflows = await loadWorkflows();
const pictures = await loadPictures(workflows);

test('every state of every workflow can be marked: a class, a ring, a flag and a sentence', () => {
  expect(workflows.ids().length).toBeGreaterThan(10);
  for (const id of workflows.ids()) {
    const workflow = workflows.latest(id);
    const picture = pictures(id, workflow?.version ?? 0);
    if (workflow === undefined || picture === undefined) throw new Error(`no picture of ${id}`);
    for (const { path, title } of listStates(workflow)) {
      const marked = markStates(picture, [path]);
      expect(marked).toContain(` active" data-state="${path}"`);
      expect(marked.match(/ active" data-state=/g)).toHaveLength(1);
      expect(marked.match(/class="ring"/g)).toHaveLength(1);
      expect(marked).toContain('>当前</text>');
      expect(marked).toMatch(/当前状态 Current: [^<]+<\/desc>/);
      expect(marked).toContain(`当前状态 Current: ${title.zh}`);
    }
  }
});

test('the states of all regions are marked together, and nothing else of the picture changes', () => {
  const picture = pictures('visit', 1);
  if (picture === undefined) throw new Error('no picture of the visit');
  const marked = markStates(picture, ['open.report.due', 'open.signs.seen', 'open.work.visited']);
  expect(marked.match(/class="ring"/g)).toHaveLength(3);
  const unmarked = marked
    .replaceAll(/<g class="now".*<\/g>\n/g, '')
    .replaceAll(' active"', '"')
    .replace(/。当前状态 Current: [^<]*/, '');
  expect(unmarked).toBe(picture.svg);
});

test('a state that the picture lacks is a mistake of ours and no silence', () => {
  const picture = readPicture('<svg><style>a{}</style></svg>');
  expect(() => markStates(picture, ['open'])).toThrow(/no state open/);
});

test('a picture may draw itself in its own colours and do nothing else', () => {
  const policy = pictures('visit', 1)?.contentPolicy ?? '';
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /);
  expect(policy).toContain("frame-ancestors 'none'; sandbox");
  expect(policy).not.toContain('unsafe');
});

test('a missing picture and one that lacks a state stop the start, and say what to run', async () => {
  const nowhere = new URL('file:///nowhere/docs/workflows/');
  await expect(loadPictures(workflows, nowhere)).rejects.toThrow(/ENOENT.*npm run docs/);
  const visit = workflows.latest('visit');
  const misnamed = { ids: () => ['shelter'], latest: () => visit, version: () => visit };
  await expect(loadPictures(misnamed)).rejects.toThrow(/shelter\.svg lacks open.*npm run docs/);
});

test('a retired version has a picture of its own', async () => {
  const visit = workflows.latest('visit');
  if (visit === undefined) throw new Error('no visit');
  const later = { ...visit, version: 2 };
  const moved = { ids: () => ['visit'], latest: () => later, version: () => visit };
  await expect(loadPictures(moved)).rejects.toThrow(/visit\.v1\.svg/);
});
