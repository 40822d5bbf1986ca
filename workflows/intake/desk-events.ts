import { Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';
import { title } from '#src/base/title.ts';
import { Codes, Confirmed, Flag, label, Payload } from '#src/workflow/field.ts';
import { PlannedDate } from '#src/workflow/instant-schema.ts';
import { Sealed, SealedPhone } from '#src/workflow/sealed.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { ACCOUNTS, CHANNELS, DISPUTED, SAFE_PERSONS } from './codes.ts';

const DESK: readonly Role[] = ['operator', 'case_manager', 'supervisor'];

/** A ticket of one case, by its number in it: the number of the hotline itself is sealed. */
const Ticket = Type.String({ pattern: '^t[1-9][0-9]?$', ...label('工单编号', 'Ticket') });

/** What comes to the desk about a case that is running already. */
export const deskEvents = defineEvents({
  'ticket.linked': {
    domainCode: 'intake.TICKET',
    title: title('派单并入本案', 'A ticket about this case joins it'),
    roles: DESK,
    payload: Payload({
      channel: Codes(CHANNELS, '来源', 'Channel'),
      ticketNo: Type.Optional(Sealed('identity', 80, label('派单编号', 'Number of the ticket'))),
      answerBy: Type.Optional(PlannedDate(label('派单载明的办理期限', 'Time limit on the ticket'))),
    }),
  },
  'ticket.answered': {
    domainCode: 'intake.TICKET_ANSWERED',
    title: title('派单已回访、反馈', 'Ticket answered, she was called back'),
    roles: DESK,
    payload: Payload({
      ticket: Ticket,
      safely: Confirmed('经安全联系方式回访', 'Called back by her safe contact'),
      satisfied: Type.Optional(Flag('当事人表示满意', 'She is satisfied')),
    }),
    follows: ['ticket.linked'],
  },
  'safeperson.named': {
    domainCode: 'intake.SAFE_PERSON',
    title: title('确定安全联系人', 'Somebody safe to reach her through'),
    roles: [...DESK, 'community_worker', 'shelter_worker'],
    payload: Payload({
      relation: Codes(SAFE_PERSONS, '与当事人关系', 'Who that is'),
      name: Type.Optional(Sealed('contact', 80, label('姓名', 'Name'))),
      phone: Type.Optional(SealedPhone(label('联系电话', 'Phone'))),
      herChoice: Confirmed('由当事人本人（未成年人由工作人员单独听取意见）指定', 'Chosen by herself'),
    }),
  },
  'safeperson.withdrawn': {
    domainCode: 'intake.SAFE_PERSON_GONE',
    title: title('不再作为安全联系人', 'No longer safe to reach her through'),
    roles: [...DESK, 'community_worker', 'shelter_worker'],
    payload: Payload({}),
  },
  'account.conflicted': {
    domainCode: 'intake.SOURCES_CONFLICT',
    title: title('不同来源的说法不一致', 'Sources do not agree'),
    roles: [...DESK, 'police_liaison', 'court_liaison', 'community_worker', 'lawyer'],
    payload: Payload({
      about: Codes(DISPUTED, '不一致的事项', 'What about'),
      sources: Type.Array(Codes(ACCOUNTS, '来源', 'Source'), {
        minItems: 2,
        maxItems: 9,
        ...label('不一致的来源', 'Which sources'),
      }),
      what: Type.Optional(Sealed('narrative', 4000, label('各自的说法', 'What each says'))),
    }),
  },
});
