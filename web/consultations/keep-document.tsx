import type { Track } from '#web/api/track.ts';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { whyNot } from './event-choices.ts';
import { useSteps } from './use-steps.ts';

const WORDS = {
  keep: { zh: '保存为已起草的文书', en: 'Keep as a drafted document' },
  kept: {
    zh: '已保存。文书内容保密，只有您自己读得到；下一步请她确认。',
    en: 'Saved. Only you can read it; next she confirms it.',
  },
  later: {
    zh: '出具书面意见之后才能存为文书；现在可以先打印。',
    en: 'It can be kept once your advice is in writing; for now you can print it.',
  },
};

type KeepDocumentProps = {
  readonly track: Track;
  readonly text: string;
  readonly onKept: () => void;
};

/** Records the draft on the matter, sealed for the lawyer alone. */
export function KeepDocument({ track, text, onKept }: KeepDocumentProps) {
  const say = useSay();
  const { send, isSending, isDone, error } = useSteps(track);
  const payload = { document: 'protection_order_application', text };
  if (whyNot(track, 'draft.made') !== null) return <p className="field-help">{say(WORDS.later)}</p>;
  return (
    <div className="application-keep">
      {error !== null && <Trouble error={error} />}
      {isDone && <Notice kind="good">{say(WORDS.kept)}</Notice>}
      <Button
        look="primary"
        isBusy={isSending}
        onClick={() => send([{ type: 'draft.made', payload }], onKept)}
      >
        {say(WORDS.keep)}
      </Button>
    </div>
  );
}
