import type { Workflow } from '#src/workflow/define-workflow.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { modelOf } from './picture-model.ts';
import { type Drawing, moved, type Shape } from './shapes.ts';
import { splitSheets } from './split-sheets.ts';
import { headingBlock, legendBlock, type TextBlock } from './text-blocks.ts';

// Narrower than this, the lines below a picture would be too short to read well.
const MIN_WIDTH = 480;

/** The picture of a workflow, laid out: its title, its states and how to read them. */
export async function composePicture(workflow: Workflow): Promise<Drawing> {
  const model = modelOf(workflow);
  const states = await layOutSheet(splitSheets(model));
  const heading = headingBlock(workflow, model.root.notes);
  const width = Math.max(MIN_WIDTH, heading.width, states.width);
  const legend = legendBlock(width);
  const below = heading.height + states.height;
  return {
    width,
    height: below + legend.height,
    shapes: [
      captionOf(heading, 0),
      ...moved(states.shapes, { x: Math.round((width - states.width) / 2), y: heading.height }),
      captionOf(legend, below),
    ],
  };
}

function captionOf({ width, height, texts }: TextBlock, y: number): Shape {
  const box = { x: 0, y, width, height };
  return { kind: 'caption', box, texts: texts.map((text) => ({ ...text, y: text.y + y })) };
}
