import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { ContactFacts } from './contact-facts.ts';

const WORDS = {
  name: { zh: '找谁', en: 'Ask for' },
  codeWord: { zh: '暗语', en: 'Code word' },
  who: { zh: '谁可以接', en: 'Who may answer' },
  voicemail: { zh: '语音留言', en: 'Voicemail' },
  text: { zh: '短信', en: 'Text message' },
  note: { zh: '备注', en: 'Note' },
  none: { zh: '没有约定', en: 'none agreed' },
  onlyHer: { zh: '只有她本人', en: 'only she herself' },
  yes: { zh: '可以', en: 'allowed' },
  no: { zh: '不可以', en: 'not allowed' },
  unknown: { zh: '没问过，当作不可以', en: 'never asked: not allowed' },
  anonymous: { zh: '没有留姓名', en: 'no name was given' },
};

/** What was agreed about calling her, each in its place, also where nothing was. */
export function ContactList({ facts }: { readonly facts: ContactFacts }) {
  const say = useSay();
  const { name, codeWord, whoMayAnswer, okToVoicemail, okToText, note } = facts;
  const rows: readonly (readonly [Words, string])[] = [
    [WORDS.name, name ?? say(WORDS.anonymous)],
    [WORDS.codeWord, codeWord ?? say(WORDS.none)],
    [WORDS.who, whoMayAnswer ?? say(WORDS.onlyHer)],
    [WORDS.voicemail, say(allowed(okToVoicemail))],
    [WORDS.text, say(allowed(okToText))],
    ...(note === null ? [] : ([[WORDS.note, note]] as const)),
  ];
  return (
    <dl className="call-facts">
      {rows.map(([label, text]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function allowed(flag: boolean | null): Words {
  if (flag === null) return WORDS.unknown;
  return flag ? WORDS.yes : WORDS.no;
}
