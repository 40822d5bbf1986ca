import { useState } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { Button } from './button.tsx';
import './picture.css';

const WORDS = {
  smaller: { zh: '缩小', en: 'Smaller' },
  larger: { zh: '放大', en: 'Larger' },
  fit: { zh: '适合宽度', en: 'Fit the width' },
  alone: { zh: '单独打开', en: 'Open alone' },
  scroll: { zh: '可以滚动的流程图', en: 'The picture, which can be scrolled' },
};
const SCALES = [0.35, 0.5, 0.75, 1, 1.5, 2] as const;
const WHOLE = 3;

type PictureProps = { readonly src: string; readonly alt: Words };

/** A picture larger than the screen: at first as large as its letters are readable, scrolled within its frame. */
export function Picture({ src, alt }: PictureProps) {
  const say = useSay();
  const [step, setStep] = useState<number | null>(WHOLE);
  const [widthPx, setWidthPx] = useState<number | null>(null);
  const scale = step === null ? null : (SCALES[step] ?? 1);
  const move = (by: number): void => {
    setStep((before) => Math.min(SCALES.length - 1, Math.max(0, (before ?? 0) + by)));
  };
  return (
    <div className="picture">
      <div className="picture-tools not-on-paper">
        <Button onClick={() => move(-1)} disabled={step === 0}>
          {say(WORDS.smaller)}
        </Button>
        <Button onClick={() => move(1)} disabled={step === SCALES.length - 1}>
          {say(WORDS.larger)}
        </Button>
        <Button onClick={() => setStep(null)} aria-pressed={step === null}>
          {say(WORDS.fit)}
        </Button>
        <a className="button" href={src} target="_blank" rel="noreferrer">
          {say(WORDS.alone)}
        </a>
      </div>
      <div className="picture-frame" tabIndex={0} role="region" aria-label={say(WORDS.scroll)}>
        <img
          src={src}
          alt={say(alt)}
          onLoad={(event) => setWidthPx(event.currentTarget.naturalWidth)}
          style={scale === null ? { width: '100%' } : { width: widthPx === null ? 'auto' : widthPx * scale }}
        />
      </div>
    </div>
  );
}
