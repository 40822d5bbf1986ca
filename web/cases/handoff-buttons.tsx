import { useUser } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { useSay } from '#web/words/language.ts';
import { HANDOFF_WAYS } from './handoff-ways.ts';
import { useOpenForm } from './use-open-form.ts';

const TITLE = { zh: '转给其他单位', en: 'To another agency' };
// Lawyers hand back to the federation within their consultation, and these two do no casework.
const NO_SENDERS = ['lawyer', 'auditor', 'administrator'];

/** The ways in which work goes to another agency, each with what it rests on. */
export function HandoffButtons({ isClosed }: { readonly isClosed: boolean }) {
  const say = useSay();
  const { role } = useUser();
  const { open } = useOpenForm();
  if (isClosed || NO_SENDERS.includes(role)) return null;
  return (
    <div className="case-buttons not-on-paper" role="group" aria-label={say(TITLE)}>
      {HANDOFF_WAYS.map(({ code, words }) => (
        <Button key={code} onClick={() => open('handoff', code)}>
          {say(words)}
        </Button>
      ))}
    </div>
  );
}
