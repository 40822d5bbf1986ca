import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { CallForm } from './call-form.ts';

const WORDS = {
  yes: { zh: '可以回拨', en: 'You may call back' },
  no: { zh: '不要回拨', en: 'Do not call back' },
  ask: { zh: '先不要回拨', en: 'Do not call back yet' },
  checking: { zh: '正在核对能否回拨……', en: 'Checking whether you may call back …' },
  unknown: {
    zh: '现在无法核对她的约定，先不要回拨；等她再打来。',
    en: 'What she agreed to cannot be checked now: do not call; wait for her to call again.',
  },
  opens: { zh: '{} 起可以回拨', en: 'You may call from {}' },
  next: {
    zh: '按 F4 建案，按她的时段约回拨。',
    en: 'F4 opens the case and plans the call-back for her hours.',
  },
};

/** Whether it is safe to call her back, as the server sees it from what she said; without an answer it is not. */
export function CallBackAdvice({ form }: { readonly form: CallForm }) {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ['/api/contact/check', questionOf(form)],
    queryFn: () => answerOf(api.GET('/api/contact/check', { params: { query: questionOf(form) } })),
  });
  if (data === undefined)
    return <Notice kind="warning">{say(error === null ? WORDS.checking : WORDS.unknown)}</Notice>;
  return (
    <Notice kind={data.now === 'yes' ? 'good' : 'danger'}>
      <strong>{say(WORDS[data.now])}</strong>
      <p>{say(data.why)}</p>
      {data.opensAt !== null && <p>{say(about(WORDS.opens, shortText(data.opensAt)))}</p>}
      {form.opened === null && <p>{say(WORDS.next)}</p>}
    </Notice>
  );
}

type Question = Partial<Record<'canTalkNow' | 'okToCall' | 'phoneControlled', 'true' | 'false'>> & {
  readonly from?: string;
  readonly to?: string;
};

function questionOf({ canTalkNow, contact }: CallForm): Question {
  const { okToCall, phoneControlled, from, to } = contact;
  const flags = Object.entries({ canTalkNow, okToCall, phoneControlled }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return { ...Object.fromEntries(flags), ...(from !== '' && to !== '' && { from, to }) };
}
