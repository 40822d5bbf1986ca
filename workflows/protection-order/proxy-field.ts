import { Type } from 'typebox';
import { Codes, Flag, Payload } from '#src/workflow/field.ts';
import { PROXIES, PROXY_REASONS } from './codes.ts';

/** Who applies for her, and why she does not do it herself. */
export const Proxy = Payload({
  kind: Codes(PROXIES, '代为提起申请人', 'Who applies for her'),
  reason: Codes(PROXY_REASONS, '代为申请的事由', 'Why'),
  wishRecorded: Type.Optional(Flag('已记录受害人意愿', 'Her wish is on record')),
  cannotBeAsked: Type.Optional(Flag('受强制、威吓，目前无法征询', 'Coerced: she cannot be asked now')),
  notRespondent: Type.Optional(
    Flag('代为申请人不是被申请人，与其没有利害一致', 'Who applies is not the respondent nor on his side'),
  ),
  courtAgreed: Type.Optional(Flag('法院同意由其代为申请', 'The court lets it apply')),
});
