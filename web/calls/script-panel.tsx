import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import type { CallForm } from './call-form.ts';

const WORDS = {
  title: { zh: '可以这样说', en: 'What may be said' },
  never: { zh: '不要说', en: 'Never say' },
};

type Line = { readonly words: Words; readonly isFor: (form: CallForm) => boolean };

const always = (): boolean => true;

/** Said aloud, so each is a sentence that gives nothing away to somebody who listens in. */
const LINES: readonly Line[] = [
  {
    words: {
      zh: '“您现在说话方便吗？不方便就只答‘是’或‘不是’。”',
      en: '“Can you talk? If not, just answer yes or no.”',
    },
    isFor: ({ canTalkNow }) => canTalkNow === null,
  },
  {
    words: {
      zh: '“您打的是送餐电话，对吗？要几份？”——几份就是几个人在场。',
      en: '“You called about a delivery? How many?” The number says how many are there.',
    },
    isFor: ({ redLines, canTalkNow }) => redLines.present === 'yes' || canTalkNow === false,
  },
  {
    words: {
      zh: '“请先打 110，说‘家庭暴力，需要出警’。我不挂电话。”',
      en: '“Call 110 and say: domestic violence, I need the police. I stay on the line.”',
    },
    isFor: ({ redLines }) =>
      redLines.hurt === 'yes' || redLines.weapon === 'yes' || redLines.children === 'yes',
  },
  {
    words: {
      zh: '“掐过脖子，请今天就去医院检查，保存病历；没有外伤也可能危险。”',
      en: '“After choking, see a doctor today and keep the papers: it can be dangerous without a mark.”',
    },
    isFor: ({ redLines }) => redLines.choking === 'yes',
  },
  {
    words: {
      zh: '“您说的我都记下了。这不是您的错。”',
      en: '“I have written it all down. It is not your fault.”',
    },
    isFor: always,
  },
  {
    words: {
      zh: '“您可以向法院申请人身安全保护令，不用先离婚，不收费。”',
      en: '“You can ask the court for a protection order: no divorce is needed, and it costs nothing.”',
    },
    isFor: always,
  },
  {
    words: {
      zh: '“以后我们怎么联系您才安全？几点？谁可以接？”',
      en: '“How can we reach you safely? When? Who may answer?”',
    },
    isFor: ({ contact }) => contact.okToCall === null,
  },
];

const NEVER: readonly Words[] = [
  { zh: '“您先忍一忍 / 回去好好说”', en: '“Bear with it / go back and talk”' },
  { zh: '她的姓名、住址，除非确认身边没有人', en: 'Her name or address, unless she is surely alone' },
];

/** What may be said aloud in this call, by what is known so far. */
export function ScriptPanel({ form }: { readonly form: CallForm }) {
  const say = useSay();
  return (
    <section className="card call-part" aria-labelledby="script">
      <h2 id="script">{say(WORDS.title)}</h2>
      <ul className="script-lines">
        {LINES.filter(({ isFor }) => isFor(form)).map(({ words }) => (
          <li key={words.en}>{say(words)}</li>
        ))}
      </ul>
      <h3>{say(WORDS.never)}</h3>
      <ul className="script-lines script-never">
        {NEVER.map((words) => (
          <li key={words.en}>{say(words)}</li>
        ))}
      </ul>
    </section>
  );
}
