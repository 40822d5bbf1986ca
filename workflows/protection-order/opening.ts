import { Type } from 'typebox';
import { Codes, Flag, Id, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { BASES, EVIDENCE_KINDS, RELATIONS } from './codes.ts';
import { Ref } from './fields.ts';

const Party = Payload({
  id: Ref('当事人编号', 'Party'),
  name: Type.Optional(Sealed('identity', 80, label('姓名', 'Name'))),
  minor: Type.Optional(Flag('未成年人', 'Minor')),
});

/** Parties of an order, each with a short name of its own in it. */
export const parties = (minItems: number, zh: string, en: string) =>
  Type.Array(Party, { minItems, maxItems: 10, ...label(zh, en) });

/** What an application is opened with. Who they are is sealed; the ids are short names within this order. */
export const input = Payload({
  relation: Codes(RELATIONS, '双方社会关系', 'Relation'),
  basis: Codes(BASES, '申请依据', 'Ground'),
  applicants: parties(1, '申请人', 'Applicants'),
  respondents: parties(1, '被申请人', 'Respondents'),
  protectedPersons: Type.Optional(parties(0, '受保护的相关近亲属', 'Protected relatives')),
  livesTogether: Type.Optional(Flag('与被申请人共同生活或者由其照料', 'Lives with him, or is in his care')),
  movedOut: Type.Optional(Flag('申请人已搬离', 'She has moved out')),
  highRisk: Type.Optional(Flag('高危', 'High risk')),
  previousOrder: Type.Optional(Id('前一份保护令', 'Earlier order')),
  evidence: Type.Optional(
    Type.Array(Codes(EVIDENCE_KINDS, '证据种类', 'Kind'), {
      maxItems: 11,
      ...label('前次申请已有的证据', 'Evidence there is from an earlier application'),
    }),
  ),
});
