import { type Title, title } from '#src/base/title.ts';

/**
 * 家庭暴力危险性预测量表 (麻超、李洪涛、苏英、毋嫘、洪炜), as annexed for reference to the working rules of the
 * women's federations (全国妇联权益部 2018). Data, so that a district may load another wording. It is a reference
 * and proves nothing in law.
 */
export const RISK_SCALE = {
  id: 'dv-lethality-9-2',
  version: 1,
  title: title('家庭暴力危险性预测量表', 'Danger prediction scale for domestic violence'),
  /** 1 point for each yes. */
  items: {
    q1: title('他曾威胁要杀您', 'He has threatened to kill you'),
    q2: title('您相信他能杀您', 'You believe he is able to kill you'),
    q3: title('他控制您大部分的生活', 'He controls most of your life'),
    q4: title('他曾说，他若不能拥有您，其他人也不能', 'He has said: if I cannot have you, nobody can'),
    q5: title('他曾威胁要自杀，或尝试要自杀', 'He has threatened or attempted suicide'),
    q6: title(
      '他有没有对您说过“要离婚或分手就一起死”或“要死一起死”',
      'He has said that you will die together if you leave him',
    ),
    q7: title(
      '他曾威胁您，要伤害您娘家的人，以阻止您离开他',
      'He has threatened to harm your family to keep you from leaving',
    ),
    q8: title(
      '您是否认为在未来的两个月内他一定会对您进行身体上的伤害',
      'You think he will surely hurt you physically within two months',
    ),
    q9: title(
      '在您与他的关系变得不好后，他是否曾经监视您（如查您手机、电脑或跟踪）',
      'Since the relationship turned bad he has spied on you (phone, computer, following)',
    ),
  },
  /** 特别提示题: not scored; a single yes means high and lethal, whatever the score. */
  specials: {
    s1: title(
      '曾有使您不能呼吸的行为（如勒脖子、压头入水、用枕头闷或开瓦斯等）',
      'He has stopped you breathing (throttling, head under water, pillow, gas)',
    ),
    s2: title(
      '曾有除了使您不能呼吸以外的其它明显的致命行为（如推下楼、灌毒药、泼硫酸、泼汽油或利器刺入致命部位）',
      'Another plainly lethal act (pushed down stairs, poison, acid, petrol, stabbing)',
    ),
  },
} as const;

export type RiskLevel = 'low' | 'medium' | 'high';
export type RiskItem = keyof typeof RISK_SCALE.items | keyof typeof RISK_SCALE.specials;
export type RiskAnswer = 'yes' | 'no' | 'unknown';
/** An item that is left out was not asked, which counts as unknown. */
export type RiskAnswers = { readonly [Item in RiskItem]?: RiskAnswer };

/** The levels with their official terms, weakest first. */
export const RISK_LEVELS: { readonly [L in RiskLevel]: Title } = {
  low: title('低危', 'Low'),
  medium: title('中危', 'Medium'),
  high: title('高危致命', 'High, lethal'),
};

/** What a filled-in scale says: the score if every unknown were a no, and if every one were a yes. */
export type RiskScore = {
  readonly lower: number;
  readonly upper: number;
  readonly lowerLevel: RiskLevel;
  /** The level to act on: what is not known counts against her safety, not for it. */
  readonly upperLevel: RiskLevel;
};

/** Scores the scale: up to 3 points low, 4 and 5 medium, from 6 high; any special item makes it high. */
export function scoreRisk(answers: RiskAnswers): RiskScore {
  const items = Object.keys(RISK_SCALE.items) as RiskItem[];
  const specials = Object.keys(RISK_SCALE.specials) as RiskItem[];
  const isYes = (item: RiskItem): boolean => answers[item] === 'yes';
  const mayBeYes = (item: RiskItem): boolean => answers[item] !== 'no';
  const lower = items.filter(isYes).length;
  const upper = items.filter(mayBeYes).length;
  return {
    lower,
    upper,
    lowerLevel: specials.some(isYes) ? 'high' : levelOf(lower),
    upperLevel: specials.some(mayBeYes) ? 'high' : levelOf(upper),
  };
}

/** The more dangerous of some levels; low when there are none. */
export function highestRisk(levels: readonly RiskLevel[]): RiskLevel {
  const order = Object.keys(RISK_LEVELS) as RiskLevel[];
  return order.findLast((level) => levels.includes(level)) ?? 'low';
}

/** Is the first level below the second? */
export function isLowerRisk(level: RiskLevel, than: RiskLevel): boolean {
  return level !== than && highestRisk([level, than]) === than;
}

function levelOf(score: number): RiskLevel {
  if (score >= 6) return 'high';
  return score >= 4 ? 'medium' : 'low';
}
