import { useState } from 'react';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  heading: { zh: '打这个号码', en: 'Call this number' },
  none: {
    zh: '没有留号码。到个案页看安全联系人，或者问与她通过话的人。',
    en: 'No number was left. Look for a safe person on the case, or ask whoever spoke with her.',
  },
  kept: {
    zh: '现在不要打给她，号码先不显示。',
    en: 'She is not to be called now; the number is not shown.',
  },
  show: { zh: '仍要显示号码', en: 'Show the number all the same' },
};

type NumberLineProps = { readonly phone: string | null; readonly mayCall: boolean };

/** The number to call; where she is not to be called now, only for whoever asks for it. */
export function NumberLine({ phone, mayCall }: NumberLineProps) {
  const say = useSay();
  const [isAsked, setIsAsked] = useState(false);
  if (phone === null) return <p className="call-number-none">{say(WORDS.none)}</p>;
  if (!mayCall && !isAsked) {
    return (
      <p className="call-number-none">
        {say(WORDS.kept)}{' '}
        <Button look="quiet" onClick={() => setIsAsked(true)}>
          {say(WORDS.show)}
        </Button>
      </p>
    );
  }
  return (
    <p>
      <span className="call-label">{say(WORDS.heading)}</span>
      <span className="call-number">{inGroups(phone)}</span>
    </p>
  );
}

/** As numbers are read aloud: 138 1234 5678. Anything that is no mobile number stays as it was written. */
function inGroups(phone: string): string {
  return phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
}
