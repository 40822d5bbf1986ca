import { Chip, type Tone } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { type CallForm, type Reply, withItem } from './call-form.ts';
import type { CodeOption } from './code-options.ts';
import { KeyChoice, YES_NO_UNKNOWN } from './key-choice.tsx';
import { bandOf, type Level, type RiskBand } from './risk-band.ts';

const LEVELS = {
  low: { zh: '低危', en: 'low' },
  medium: { zh: '中危', en: 'medium' },
  high: { zh: '高危致命', en: 'high, lethal' },
};
const TONES: Readonly<Record<Level, Tone>> = { low: 'good', medium: 'warning', high: 'danger' };

const WORDS = {
  title: { zh: '危险性量表', en: 'Risk scale' },
  empty: { zh: '还没有作答', en: 'Nothing answered yet' },
  sure: { zh: '{}（{} 分，共答 {} 题）', en: '{} ({} points, {} answered)' },
  open: {
    zh: '{}（{}–{} 分，还有 {} 题未确定）',
    en: '{} ({}–{} points, {} open)',
  },
  between: {
    zh: '{} 至 {}（{}–{} 分，还有 {} 题未确定；按较高的处置）',
    en: '{} to {} ({}–{} points, {} open; act on the higher)',
  },
};

type RiskScaleProps = {
  readonly form: CallForm;
  readonly items: readonly CodeOption[];
  readonly onChange: (change: (form: CallForm) => CallForm) => void;
};

/** 家庭暴力危险性预测量表, with its band as it stands after every answer. */
export function RiskScale({ form, items, onChange }: RiskScaleProps) {
  const say = useSay();
  const codes = items.map(({ code }) => code);
  return (
    <section className="card call-part" aria-labelledby="risk-scale">
      <header className="call-part-head">
        <h2 id="risk-scale">{say(WORDS.title)}</h2>
        <Band band={bandOf(codes, form.scale)} codes={codes} form={form} />
      </header>
      <div className="scale-items">
        {items.map(({ code, words }) => (
          <KeyChoice<Reply>
            key={code}
            label={words}
            options={YES_NO_UNKNOWN}
            value={form.scale[code] ?? null}
            onChoose={(reply) => onChange((now) => withItem(now, code, reply))}
          />
        ))}
      </div>
    </section>
  );
}

type BandProps = { readonly band: RiskBand; readonly codes: readonly string[]; readonly form: CallForm };

function Band({ band, codes, form }: BandProps) {
  const say = useSay();
  if (band.answeredCount === 0) return <Chip>{say(WORDS.empty)}</Chip>;
  const openCount = codes.filter((code) => form.scale[code] !== 'yes' && form.scale[code] !== 'no').length;
  const [from, to] = [LEVELS[band.lowerLevel], LEVELS[band.upperLevel]];
  const points = [band.lower, band.upper, openCount] as const;
  const unsure = from === to ? about(WORDS.open, to, ...points) : about(WORDS.between, from, to, ...points);
  const words = openCount === 0 ? about(WORDS.sure, to, band.upper, band.answeredCount) : unsure;
  return (
    <output className="scale-band" aria-live="polite">
      <Chip tone={TONES[band.upperLevel]}>{say(words)}</Chip>
    </output>
  );
}
