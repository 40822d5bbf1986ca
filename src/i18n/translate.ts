import type { ErrorCode } from '#src/base/errors.ts';
import type { Language } from './language.ts';
import type { Message, Messages } from './message.ts';
import { MESSAGES_EN } from './messages.en.ts';
import { MESSAGES_ZH } from './messages.zh-CN.ts';

const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': MESSAGES_ZH, en: MESSAGES_EN };

/** What is said of a code in a language. */
export function translate(language: Language, code: ErrorCode): Message {
  return MESSAGES[language][code];
}
