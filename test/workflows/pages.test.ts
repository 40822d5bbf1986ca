import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { composePicture } from '#scripts/docs/compose-picture.ts';
import { DOCS_FOLDER, renderDocs } from '#scripts/docs/render-docs.ts';
import type { Drawing, Shape } from '#scripts/docs/shapes.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { listStates } from '#src/workflow/list-states.ts';
import { pictureFaults } from '#test/support/picture-faults.ts';

const MEND = 'stale: run `npm run docs` and commit docs/workflows';
// Laying out seventeen pictures takes ten seconds, and several times that on a machine that does other things.
const RENDER_TIMEOUT_MS = 180_000;

let rendered: ReadonlyMap<string, string>;
const drawings: { workflow: Workflow; drawing: Drawing }[] = [];

beforeAll(async () => {
  rendered = await renderDocs(await loadWorkflows(), async (workflow) => {
    const drawing = await composePicture(workflow);
    drawings.push({ workflow, drawing });
    return drawing;
  });
}, RENDER_TIMEOUT_MS);

/** What is wrong with the files of a folder, against what a fresh rendering gives. */
function staleness(kept: ReadonlyMap<string, string>): string[] {
  const changed = [...rendered].filter(([name, text]) => kept.get(name) !== text).map(([name]) => name);
  const spare = [...kept.keys()].filter((name) => !rendered.has(name));
  return [...changed, ...spare].map((name) => `docs/workflows/${name} is ${MEND}`);
}

async function keptFiles(): Promise<Map<string, string>> {
  const names = await readdir(DOCS_FOLDER);
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(new URL(name, DOCS_FOLDER), 'utf8'),
  ];
  return new Map(await Promise.all(names.map(read)));
}

describe('pages and pictures are what the definitions say', () => {
  test('every file in docs/workflows is fresh', async () => {
    const kept = await keptFiles();
    expect(kept.size).toBeGreaterThan(30);
    expect(staleness(kept)).toEqual([]);
  });

  test('a planted stale page, stale picture, missing picture and spare page are found', async () => {
    const [page, picture, missing] = ['intake.md', 'visit.svg', 'crisis.svg'];
    const planted = new Map(rendered);
    planted.set(page, (rendered.get(page) ?? '').replace('版', '版 '));
    planted.set(picture, (rendered.get(picture) ?? '').replace('rx="8"', 'rx="9"'));
    planted.delete(missing);
    planted.set('divorce.md', '# 离婚');
    expect(staleness(planted).sort()).toEqual(
      [missing, 'divorce.md', page, picture].map((name) => `docs/workflows/${name} is ${MEND}`),
    );
    expect(staleness(rendered)).toEqual([]);
  });

  test('a page names every state, event, period and field of its workflow', () => {
    const pages = drawings.map(({ workflow }) => ({
      workflow,
      page: rendered.get(`${workflow.id}.md`) ?? '',
    }));
    // A retired version has a picture and no page.
    const latest = pages.filter(({ workflow, page }) => page.includes(`第 ${workflow.version} 版`));
    expect(latest.length).toBeGreaterThan(10);
    for (const { workflow, page } of latest) {
      const names = [
        ...listStates(workflow).flatMap(({ path, title }) => [`\`${path}\``, title.zh]),
        ...Object.entries(workflow.events).flatMap(([type, { title, domainCode, payload }]) => [
          ...[`\`${type}\``, `\`${domainCode}\``, title.zh],
          ...Object.keys(payload.properties).map((key) => `\`${key}\``),
        ]),
        ...Object.entries(workflow.deadlines).flatMap(([id, { title }]) => [`\`${id}\``, title.zh]),
        ...Object.keys(workflow.input.properties).map((key) => `\`${key}\``),
      ];
      expect(names.length).toBeGreaterThan(10);
      expect(names.filter((name) => !page.includes(name))).toEqual([]);
    }
  });
});

describe('pictures can be read', () => {
  test('each shows every state and the title of every event', () => {
    expect(drawings.length).toBeGreaterThan(10);
    for (const { workflow, drawing } of drawings) expect(missingIn(workflow, drawing)).toEqual([]);
  });

  test('a planted picture without a state, and one without an event, are found', () => {
    const { workflow, drawing } = named('visit');
    const without = (drop: (shape: Shape) => boolean) => ({
      ...drawing,
      shapes: drawing.shapes.filter((shape) => !drop(shape)),
    });
    const noState = without((shape) => shape.kind === 'state' && shape.path === 'open.work.unsafe');
    expect(missingIn(workflow, noState)).toEqual(['open.work.unsafe']);
    const noEvent = without(
      (shape) => shape.kind === 'label' && shape.texts.some(({ text }) => text.includes('遇到危险')),
    );
    expect(missingIn(workflow, noEvent)).toEqual(['danger.met']);
  });

  test('nothing lies on anything else, leaves the paper or is cut', () => {
    for (const { workflow, drawing } of drawings)
      expect([workflow.id, pictureFaults(drawing)]).toEqual([workflow.id, []]);
  });

  test('arrows run along the axes', () => {
    for (const { workflow, drawing } of drawings)
      expect([workflow.id, slantedIn(drawing)]).toEqual([workflow.id, 0]);
  });

  test('a planted overlap, a label beyond the paper and a cut text are found', () => {
    const { drawing } = named('visit');
    const label = drawing.shapes.find((shape) => shape.kind === 'label');
    const state = drawing.shapes.find((shape) => shape.kind === 'state' && shape.look === 'leaf');
    if (label?.kind !== 'label' || state?.kind !== 'state') throw new Error('no label, no state');
    const faultsWith = (shape: Shape) => pictureFaults({ ...drawing, shapes: [...drawing.shapes, shape] });
    expect(faultsWith({ ...label, box: { ...label.box, x: label.box.x + 3 }, texts: [] })[0]).toMatch(
      /label .* lies on/,
    );
    const beyond = { ...label.box, x: drawing.width - 2, y: drawing.height - 2 };
    expect(faultsWith({ ...label, box: beyond, texts: [] })).toContain('label "" leaves the paper');
    const [text] = state.texts;
    if (text === undefined) throw new Error('no text');
    const cut = { ...state, texts: [{ ...text, width: state.box.width }] };
    expect(faultsWith(cut)).toContain(`"${text.text}" is wider than its box`);
  });

  test('no picture holds a script, an address of elsewhere or a style that a policy would stop', () => {
    for (const { workflow } of drawings) {
      const svg = rendered.get(`${workflow.id}.svg`) ?? '';
      expect(svg).toContain('<title id="picture-title">');
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /<script|\son\w+=|https?:|style="|@import|@font-face|<image/,
      );
    }
  });
});

function named(id: string): { workflow: Workflow; drawing: Drawing } {
  const found = drawings.find(({ workflow }) => workflow.id === id);
  if (found === undefined) throw new Error(`no picture of ${id}`);
  return found;
}

/** States and events of a workflow that its picture does not show. Folded titles count as one text. */
function missingIn(workflow: Workflow, { shapes }: Drawing): string[] {
  const paths = shapes.flatMap((shape) => (shape.kind === 'state' ? [shape.path] : []));
  const words = shapes
    .flatMap((shape) => ('texts' in shape ? [shape.texts.map(({ text }) => text).join('')] : []))
    .join('\n')
    .replaceAll(' ', '');
  const events = Object.entries(workflow.events).filter(
    ([, { title }]) => !words.includes(title.zh.replaceAll(' ', '')),
  );
  return [
    ...listStates(workflow)
      .map(({ path }) => path)
      .filter((path) => !paths.includes(path)),
    ...events.map(([type]) => type),
  ];
}

function slantedIn({ shapes }: Drawing): number {
  return shapes.filter(
    (shape) =>
      shape.kind === 'arrow' &&
      shape.points.some(({ x, y }, index) => {
        const before = shape.points[index - 1];
        return before !== undefined && Math.abs(before.x - x) > 0.5 && Math.abs(before.y - y) > 0.5;
      }),
  ).length;
}
