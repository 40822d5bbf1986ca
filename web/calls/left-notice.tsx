import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { CallForm } from './call-form.ts';
import { isPhoneLost, type LeftOver, leftOvers } from './left-over.ts';
import { isAllowed } from './next-event.ts';
import type { Track } from './use-opening.ts';

const WORDS = {
  waits: {
    zh: '{}还没有记入个案，留在这份草稿里，保留 24 小时。勾选上面一项、按 F4 提交；现在还不能提交的，轮到这一步时再打开草稿提交。',
    en: 'Not in the case yet: {}. It stays in this draft for 24 hours. Tick the line above and press F4; if the case is not there yet, open the draft again when it is.',
  },
  later: {
    zh: '{}是建案以后填的，没有进入个案。请打开个案补记，再结束；草稿保留 24 小时。',
    en: 'Entered after the case was opened, and not in it: {}. Open the case and record it there before you end; the draft stays for 24 hours.',
  },
  phone: {
    zh: '手机会被他看到：这一条还没有告诉接手的人。',
    en: 'He sees or takes her phone: those who go on with the case have not been told.',
  },
  tell: { zh: '记入个案：停用这个号码', en: 'Record it: this number is not to be used' },
};

const PARTS: { readonly [L in LeftOver]: Words } = {
  registration: { zh: '登记内容', en: 'the registration' },
  scale: { zh: '量表', en: 'the risk scale' },
  contact: { zh: '安全联系方式', en: 'how she is reached safely' },
  later: { zh: '登记或量表的改动', en: 'what was changed in the registration or the scale' },
};

type LeftProps = {
  readonly form: CallForm;
  readonly track: Track | null;
  readonly isWorking: boolean;
  readonly onGoOn: () => void;
};

/** What the case lacks of what was typed, and what to do about it. */
export function LeftNotice({ form, track, isWorking, onGoOn }: LeftProps) {
  const say = useSay();
  const parts = leftOvers(form);
  const named = (wanted: readonly LeftOver[]): Words => {
    const found = parts.filter((part) => wanted.includes(part)).map((part) => PARTS[part]);
    return { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join(', ') };
  };
  const isPhoneUntold = isPhoneLost(form) && !form.recorded.includes('contact.doubted');
  const waiting = named(['registration', 'scale']);
  const later = named(['contact', 'later']);
  return (
    <>
      {isPhoneUntold && track !== null && isAllowed(track, 'contact.doubted') && (
        <Notice kind="danger">
          <p>{say(WORDS.phone)}</p>
          <Button isBusy={isWorking} onClick={onGoOn}>
            {say(WORDS.tell)}
          </Button>
        </Notice>
      )}
      {waiting.zh !== '' && <Notice kind="warning">{say(withParts(WORDS.waits, waiting))}</Notice>}
      {later.zh !== '' && <Notice kind="warning">{say(withParts(WORDS.later, later))}</Notice>}
    </>
  );
}

function withParts(words: Words, parts: Words): Words {
  return { zh: words.zh.replace('{}', parts.zh), en: words.en.replace('{}', parts.en) };
}
