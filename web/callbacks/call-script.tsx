import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import type { ContactFacts } from './contact-facts.ts';

const WORDS = {
  heading: { zh: '可以说什么', en: 'What may be said aloud' },
  herself: { zh: '是她接的', en: 'She answers' },
  codeWord: {
    zh: '先说暗语“{}”。她答上来、说方便，再谈事情。',
    en: 'Say the code word “{}” first. Go on once she answers it and says she can talk.',
  },
  noCodeWord: {
    zh: '没有约定暗语。只问：“现在说话方便吗？您只用答是或不是。”',
    en: 'No code word was agreed. Ask only: “Can you talk now? Yes or no is enough.”',
  },
  other: { zh: '别人接的', en: 'Somebody else answers' },
  trusted: {
    zh: '约定可以接的人：{}。对方自报了才问她在不在；其他人接的，见下。',
    en: 'Agreed to answer: {}. Ask for her only if they say who they are; for anybody else, see below.',
  },
  wrong: {
    zh: '不说单位、不说姓名、不说来意。说“打错了”，挂断，按 3。',
    en: 'No agency, no name, no reason. Say “wrong number”, hang up, press 3.',
  },
  nobody: { zh: '没有人接', en: 'Nobody answers' },
  voicemail: {
    zh: '可以留言：只说“请方便时回电”，不说单位和事由。按 2。',
    en: 'A message may be left: “please call back when it suits you”, no agency, no reason. Press 2.',
  },
  noVoicemail: { zh: '不要留言，不要发短信。按 2。', en: 'Leave no message, send no text. Press 2.' },
  textOnly: {
    zh: '不要留言。可以发短信，但不写单位和事由。按 2。',
    en: 'Leave no message. A text may be sent, without agency or reason. Press 2.',
  },
};

/** What may be said aloud, for each of the three who may pick up: she, somebody else, nobody. */
export function CallScript({ facts }: { readonly facts: ContactFacts }) {
  const say = useSay();
  const { codeWord, whoMayAnswer } = facts;
  return (
    <section className="call-script">
      <h3>{say(WORDS.heading)}</h3>
      <dl>
        <dt>{say(WORDS.herself)}</dt>
        <dd>{say(codeWord === null ? WORDS.noCodeWord : about(WORDS.codeWord, codeWord))}</dd>
        <dt>{say(WORDS.other)}</dt>
        <dd>
          {whoMayAnswer !== null && <p>{say(about(WORDS.trusted, whoMayAnswer))}</p>}
          <p>{say(WORDS.wrong)}</p>
        </dd>
        <dt>{say(WORDS.nobody)}</dt>
        <dd>{say(nobodyWords(facts))}</dd>
      </dl>
    </section>
  );
}

/** What nobody asked her is not allowed. */
function nobodyWords({ okToVoicemail, okToText }: ContactFacts): Words {
  if (okToVoicemail === true) return WORDS.voicemail;
  return okToText === true ? WORDS.textOnly : WORDS.noVoicemail;
}
