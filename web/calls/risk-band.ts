import type { Reply } from './call-form.ts';

export type Level = 'low' | 'medium' | 'high';

/** How dangerous the scale says it is: if every open item were a no, and if every one were a yes. */
export type RiskBand = {
  readonly lower: number;
  readonly upper: number;
  readonly lowerLevel: Level;
  /** The level to act on. */
  readonly upperLevel: Level;
  readonly answeredCount: number;
};

const HIGH_FROM = 6;
const MEDIUM_FROM = 4;

/**
 * The band of 家庭暴力危险性预测量表 while it is being asked, as the server scores it when it is recorded. Items whose code
 * begins with s are the special ones: one yes means high whatever the score.
 */
export function bandOf(items: readonly string[], replies: Readonly<Record<string, Reply>>): RiskBand {
  const isYes = (item: string): boolean => replies[item] === 'yes';
  const mayBeYes = (item: string): boolean => replies[item] !== 'no';
  const specials = items.filter((item) => item.startsWith('s'));
  const scored = items.filter((item) => !item.startsWith('s'));
  const [lower, upper] = [scored.filter(isYes).length, scored.filter(mayBeYes).length];
  return {
    lower,
    upper,
    lowerLevel: specials.some(isYes) ? 'high' : levelOf(lower),
    upperLevel: specials.some(mayBeYes) ? 'high' : levelOf(upper),
    answeredCount: items.filter((item) => replies[item] !== undefined).length,
  };
}

function levelOf(score: number): Level {
  if (score >= HIGH_FROM) return 'high';
  return score >= MEDIUM_FROM ? 'medium' : 'low';
}
