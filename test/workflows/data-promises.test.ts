import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { Flag, label, Payload } from '#src/workflow/field.ts';
import { Sealed } from '#src/workflow/sealed.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { changeField } from '#test/support/plant-field.ts';
import { DATA_PROMISES, type Workflows } from './data-promises.ts';

const loaded = await loadEveryWorkflow();
const workflows: Workflows = Object.fromEntries(loaded.map(({ file, workflow }) => [file, workflow]));

const FREE = Sealed('narrative', 200, label('现住所', 'Where she lives now'));
const YUAN = Type.Integer({ minimum: 0, ...label('服务费（元）', 'Fee') });

/** By promise, the forms broken on purpose: which event, which field, and what stands there instead (`undefined`: nothing). */
const PLANTS: Readonly<
  Record<string, readonly [event: string, field: string, schema: object | undefined][]>
> = {
  'INV-02 INV-16 INV-28: whatever can hold a place is sealed as one, or is no text': [
    ['shelter stay.admitted', 'address', FREE],
    ['litigation summons.served', 'place', Type.String({ maxLength: 80, ...label('送达地点', 'Where') })],
  ],
  'INV-02: a paper that is served carries no place, and says so once she has moved': [
    ['protection-order document.served', 'addressHidden', undefined],
    ['warning-letter letter.delivered', 'at', Sealed('whereabouts', 200, label('地址', 'Address'))],
  ],
  'INV-09: an engagement ends by its lawyer only with a proper reason': [
    ['consultation engagement.returned', 'reason', undefined],
  ],
  'INV-10: no form of counsel or aid has room for a fee or a gift': [
    ['consultation session.held', 'fee', YUAN],
  ],
  'INV-11: nothing that legal aid asks for is about her means': [
    ['consultation aid.applied', 'income', Type.Integer({ minimum: 0, ...label('家庭收入', 'Income') })],
  ],
  'INV-19: a warning letter holds its six elements': [
    ['warning-letter letter.issued', 'facts', Type.Optional(FREE)],
    ['warning-letter letter.issued', 'ban', Flag('写明禁止加害人实施家庭暴力', 'Forbids violence')],
  ],
  'INV-20: every visit to her says whether she was seen or heard alone': [
    ['warning-letter visit.made', 'victimApart', undefined],
  ],
  'INV-20: nobody sets out before it is known how she is safely reached': [
    ['visit team.assigned', 'safetyChecked', Flag('已核对', 'Checked')],
  ],
  'INV-26: an agreement leaves order, police and children alone, or is none': [
    ['mediation agreement.signed', 'keepsPoliceReport', undefined],
    ['mediation agreement.signed', 'keepsChildSafety', Flag('不损害未成年人安全', 'Safe')],
  ],
  'INV-30: a figure of a report never comes without its qualifier': [
    ['activity activity.reported', 'figures', Payload({ people: Payload({ value: YUAN }) })],
  ],
  'INV-31: a scoring says by which version of which scale, and what was answered': [
    ['intake risk.scored', 'scale', undefined],
  ],
  'INV-31: the scale is no kind of evidence': [
    ['protection-order evidence.added', 'kind', Type.Literal('scale', label('危险性预测量表', 'Scale'))],
  ],
};

describe.each(Object.entries(DATA_PROMISES))('%s', (promise, check) => {
  test('in every workflow there is', () => {
    expect(check(workflows)).toEqual([]);
  });

  test('and a form that breaks it is found out', () => {
    expect(PLANTS[promise], 'a form that breaks this promise').toBeDefined();
    for (const [event, field, schema] of PLANTS[promise] ?? []) {
      const found = check(changeField(workflows, event, [field, schema]));
      expect(found.join(), `${event} ${field}`).toContain(event);
    }
  });
});
