import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Notice } from '#web/parts/notice.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  away: {
    zh: '网络已断开。已填写的内容会留在页面上，恢复后自动继续；在标明“已保存”之前，请不要关闭页面。',
    en: 'The network is away. What you typed stays on the page and goes on when it is back; until it says “saved”, do not close the page.',
  },
};

/** Says that the network is away, above everything and for as long as it lasts. */
export function ConnectionMark() {
  const say = useSay();
  const isOnline = useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return <Notice kind="warning">{say(WORDS.away)}</Notice>;
}
