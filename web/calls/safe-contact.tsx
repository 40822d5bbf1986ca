import type { Ref } from 'react';
import { Chip, type Tone } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { about, type Words } from '#web/words/words.ts';
import type { SafeContact } from './call-form.ts';
import { TextStop } from './caller-fields.tsx';
import { KeyChoice, YES_NO } from './key-choice.tsx';

const WORDS = {
  title: { zh: '安全联系', en: 'Safe contact' },
  notAsked: { zh: '安全联系：还没问', en: 'Safe contact: not asked' },
  controlled: { zh: '手机不安全，勿打', en: 'Phone not safe: do not call' },
  no: { zh: '勿打电话', en: 'Do not call' },
  hours: { zh: '可打 {}–{}', en: 'Call {}–{}' },
  yes: { zh: '可以打电话', en: 'May be called' },
  okToCall: { zh: '可以给她打电话吗？', en: 'May she be called?' },
  okToText: { zh: '可以发短信吗？', en: 'May she be texted?' },
  okToVoicemail: { zh: '可以语音留言吗？', en: 'May a voicemail be left?' },
  phoneControlled: { zh: '手机会被他看到、拿走吗？', en: 'Does he see or take her phone?' },
  from: { zh: '几点起', en: 'From' },
  to: { zh: '几点止', en: 'Until' },
  whoMayAnswer: { zh: '谁可以接', en: 'Who may answer' },
  codeWord: { zh: '暗语', en: 'Code word' },
};

type SafeContactProps = {
  readonly contact: SafeContact;
  readonly onChange: (part: Partial<SafeContact>) => void;
  readonly ref: Ref<HTMLDetailsElement>;
};

/** How she may be reached: always in the same corner, one line, opened by F9. */
export function SafeContactChip({ contact, onChange, ref }: SafeContactProps) {
  const say = useSay();
  const { words, tone } = summaryOf(contact);
  return (
    <details className="safe-contact" ref={ref}>
      <summary>
        <Chip tone={tone}>{say(words)}</Chip>
        <kbd aria-hidden="true">F9</kbd>
      </summary>
      <div className="safe-contact-parts" role="group" aria-label={say(WORDS.title)}>
        {(['phoneControlled', 'okToCall', 'okToText', 'okToVoicemail'] as const).map((name) => (
          <KeyChoice
            key={name}
            label={WORDS[name]}
            options={YES_NO}
            value={contact[name] === null ? null : contact[name] ? 'yes' : 'no'}
            onChoose={(reply) => onChange({ [name]: reply === null ? null : reply === 'yes' })}
          />
        ))}
        <div className="safe-contact-hours">
          {(['from', 'to'] as const).map((name) => (
            <label key={name}>
              {say(WORDS[name])}
              <input
                className="input"
                type="time"
                data-stop
                value={contact[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            </label>
          ))}
        </div>
        <TextStop
          label={WORDS.whoMayAnswer}
          value={contact.whoMayAnswer}
          maxLength={200}
          onType={(whoMayAnswer) => onChange({ whoMayAnswer })}
        />
        <TextStop
          label={WORDS.codeWord}
          value={contact.codeWord}
          maxLength={80}
          isMasked
          onType={(codeWord) => onChange({ codeWord })}
        />
      </div>
    </details>
  );
}

function summaryOf({ phoneControlled, okToCall, from, to }: SafeContact): { words: Words; tone: Tone } {
  if (phoneControlled === true) return { words: WORDS.controlled, tone: 'danger' };
  if (okToCall === false) return { words: WORDS.no, tone: 'danger' };
  if (from !== '' && to !== '') return { words: about(WORDS.hours, from, to), tone: 'good' };
  if (okToCall === true) return { words: WORDS.yes, tone: 'good' };
  return { words: WORDS.notAsked, tone: 'warning' };
}
