import type { Title } from '#src/base/title.ts';
import type { Line } from './text-measure.ts';
import type { Sign } from './split-sheets.ts';

// The parts of a picture, all in px of one canvas.

export type Point = { readonly x: number; readonly y: number };

export type Box = Point & { readonly width: number; readonly height: number };

export type TextStyle = 'heading' | 'title' | 'english' | 'rule' | 'note' | 'label' | 'sign' | 'legend';

/** A line of text; `x` is its left end, `y` its base line. */
export type Text = Line & Point & { readonly style: TextStyle };

export type Look = 'leaf' | 'final' | 'compound' | 'parallel' | 'region';

export type Shape =
  | {
      readonly kind: 'state';
      readonly path: string;
      readonly title: Title;
      readonly look: Look;
      readonly box: Box;
      readonly texts: readonly Text[];
      /** Where a hairline parts what can be recorded here from the rest. */
      readonly lineY: number | null;
    }
  | { readonly kind: 'start'; readonly box: Box }
  | { readonly kind: 'sign'; readonly sign: Sign; readonly box: Box; readonly texts: readonly Text[] }
  | { readonly kind: 'arrow'; readonly points: readonly Point[]; readonly isDashed: boolean }
  | { readonly kind: 'label'; readonly box: Box; readonly texts: readonly Text[] }
  | { readonly kind: 'caption'; readonly box: Box; readonly texts: readonly Text[] };

/** Shapes with the size of the paper they need. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

/** The same shapes elsewhere. */
export function moved(shapes: readonly Shape[], by: Point): Shape[] {
  return shapes.map((shape) =>
    shape.kind === 'arrow'
      ? { ...shape, points: shape.points.map((point) => shifted(point, by)) }
      : movedBox(shape, by),
  );
}

function movedBox(shape: Exclude<Shape, { kind: 'arrow' }>, by: Point): Shape {
  const box = shifted(shape.box, by);
  if (shape.kind === 'start') return { ...shape, box };
  const texts = shape.texts.map((text) => shifted(text, by));
  if (shape.kind !== 'state') return { ...shape, box, texts };
  return { ...shape, box, texts, lineY: shape.lineY === null ? null : shape.lineY + by.y };
}

function shifted<P extends Point>(point: P, by: Point): P {
  return { ...point, x: point.x + by.x, y: point.y + by.y };
}
