import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Track } from '#web/api/track.ts';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { choicesOf, whyNot } from './event-choices.ts';
import { useSteps } from './use-steps.ts';

const WORDS = {
  open: { zh: '退回委派', en: 'Hand back' },
  title: { zh: '退回委派', en: 'Hand the matter back' },
  law: {
    zh: '接受之后，没有正当理由不得退回（律师法第32条、法律援助法第46条）。退回后您不再看到这个个案。',
    en: 'After you accepted, only a proper reason lets you hand it back (Lawyers Law 32, Legal Aid Law 46). You will not see the case any more.',
  },
  reason: { zh: '正当理由', en: 'Proper reason' },
  send: { zh: '确认退回', en: 'Hand it back' },
};

/** Two presses and a code: no words of explanation, and the matter is looked for a new lawyer at once. */
export function ReturnMatter({ track }: { readonly track: Track }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const refused = whyNot(track, 'engagement.returned');
  return (
    <>
      <Button
        disabled={refused !== null}
        title={refused === null ? undefined : say(refused)}
        onClick={() => setIsOpen(true)}
      >
        {say(WORDS.open)}
      </Button>
      {isOpen && <ReturnDialog track={track} onClose={() => setIsOpen(false)} />}
    </>
  );
}

type ReturnDialogProps = {
  readonly track: Track;
  readonly onClose: () => void;
};

function ReturnDialog({ track, onClose }: ReturnDialogProps) {
  const say = useSay();
  const goTo = useNavigate();
  const [reason, setReason] = useState<string | null>(null);
  const { send, isSending, isDone, error } = useSteps(track);
  const confirm = (): void =>
    send([{ type: 'engagement.returned', payload: { reason } }], () => {
      void goTo('/', { replace: true });
    });
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <div className="matter-section">
        <p>{say(WORDS.law)}</p>
        <Choice
          label={WORDS.reason}
          options={choicesOf(track, 'engagement.returned', 'reason')}
          value={reason}
          onChoose={setReason}
          isRequired
        />
        {error !== null && <Trouble error={error} />}
        <Button look="danger" isBusy={isSending || isDone} disabled={reason === null} onClick={confirm}>
          {say(WORDS.send)}
        </Button>
      </div>
    </Dialog>
  );
}
