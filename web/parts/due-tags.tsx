import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { lastDayWords, type PeriodKind, SAFE_DUE } from './day-line.ts';

type DueTagsProps = {
  readonly isSafeDue: boolean;
  readonly isLegalDue: boolean;
  readonly kind: PeriodKind;
  /** As lines of the legend: the letter with what it stands for. */
  readonly isLegend?: boolean;
};

const LETTERS = {
  safe: { zh: '内', en: 'I' },
  statute: { zh: '法', en: 'L' },
  policy: { zh: '平', en: 'H' },
};

/** Which limits end on a day. Where there is no room for the words a letter stands for them, which the legend spells out. */
export function DueTags({ isSafeDue, isLegalDue, kind, isLegend = false }: DueTagsProps) {
  const Line = isLegend ? 'li' : 'span';
  const look = isLegend ? 'legend' : 'cell';
  return (
    <>
      {isSafeDue && (
        <Line className={`day-due-${look}`}>
          <DueTag name="safe" letter={LETTERS.safe} words={SAFE_DUE} />
        </Line>
      )}
      {isLegalDue && (
        <Line className={`day-due-${look}`}>
          <DueTag name="legal" letter={LETTERS[kind]} words={lastDayWords(kind)} />
        </Line>
      )}
    </>
  );
}

type DueTagProps = { readonly name: 'safe' | 'legal'; readonly letter: Words; readonly words: Words };

function DueTag({ name, letter, words }: DueTagProps) {
  const say = useSay();
  return (
    <>
      <span className={`day-due day-due-${name}`} aria-hidden="true">
        {say(letter)}
      </span>
      <span className="day-due-words">{say(words)}</span>
    </>
  );
}
