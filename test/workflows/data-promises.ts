import { problemsOf } from '#src/workflow/check-input.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { type Field, fieldsIn, fieldsOf } from '#test/support/schema-fields.ts';
import { randomPayload, seededRandom } from '#test/support/random-payload.ts';
import { OPENED_AT } from '#test/support/step-with.ts';

/** All workflows by their id. */
export type Workflows = Readonly<Record<string, Workflow>>;

/** A check says what is wrong; nothing: all is well. */
type Check = (workflows: Workflows) => string[];

/** What the invariants ask of the forms themselves, whatever the machines do. The key names the test. */
export const DATA_PROMISES: { readonly [promise: string]: Check } = {
  'INV-02 INV-16 INV-28: whatever can hold a place is sealed as one, or is no text': (workflows) =>
    fields(workflows)
      .filter((field) => field.isText && names(field, PLACE) && !TOLD.includes(field.path))
      .filter(({ sealedClass = '' }) => !['whereabouts', 'respondent'].includes(sealedClass))
      .map(pathOf),
  'INV-02: a paper that is served carries no place, and says so once she has moved': (workflows) => [
    ...SERVED.flatMap((event) =>
      fieldsOfEvent(workflows, event)
        .filter((field) => field.sealedClass === 'whereabouts' || field.sealedClass === 'contact')
        .map(pathOf),
    ),
    ...missing(workflows, 'protection-order document.served', ['addressHidden']),
  ],
  'INV-09: an engagement ends by its lawyer only with a proper reason': (workflows) =>
    accepted(workflows, 'consultation engagement.returned', ['reason']),
  'INV-10: no form of counsel or aid has room for a fee or a gift': (workflows) =>
    fieldsOf(workflow(workflows, 'consultation'))
      .filter((field) => (field.isNumber ? names(field, MONEY) : names(field, /费|礼|报酬|fee|gift|reward/i)))
      .map(pathOf),
  'INV-11: nothing that legal aid asks for is about her means': (workflows) =>
    fieldsOf(workflow(workflows, 'consultation'))
      .filter((field) => names(field, MEANS) && !names(field, EXCUSED))
      .map(pathOf),
  'INV-19: a warning letter holds its six elements': (workflows) => [
    ...accepted(workflows, 'warning-letter letter.issued', [
      'identities',
      'facts',
      'evidence',
      'lawBasis',
      'ban',
      'consequence',
    ]),
    ...accepted(workflows, 'warning-letter letter.issued', ['lawBasis'], []),
    ...accepted(workflows, 'warning-letter letter.issued', ['identities', 'ban', 'consequence'], false),
    ...accepted(workflows, 'warning-letter input', ['relation']),
  ],
  'INV-20: every visit to her says whether she was seen or heard alone': (workflows) =>
    Object.entries(ALONE).flatMap(([event, field]) => missing(workflows, event, [field])),
  'INV-20: nobody sets out before it is known how she is safely reached': (workflows) =>
    accepted(workflows, 'visit team.assigned', ['safetyChecked'], false),
  'INV-26: an agreement leaves order, police and children alone, or is none': (workflows) => [
    ...accepted(workflows, 'mediation agreement.signed', KEEPS),
    ...accepted(workflows, 'mediation agreement.signed', KEEPS, false),
    ...missing(workflows, 'mediation mediation.recorded', ['waives[]']),
  ],
  'INV-30: a figure of a report never comes without its qualifier': (workflows) =>
    fieldsOf(workflow(workflows, 'activity'))
      .filter(({ path }) => /figures\/\w+\/value$/.test(path))
      .filter(({ path }) => !isGiven(workflows, path.replace(/value$/, 'qualifier')))
      .map(pathOf),
  'INV-31: a scoring says by which version of which scale, and what was answered': (workflows) => [
    ...missing(workflows, 'intake risk.scored', [
      'answers/q1',
      'answers/q9',
      'answers/s1',
      'answers/s2',
      'scale',
    ]),
    ...fieldsOfEvent(workflows, 'intake risk.scored')
      .filter(({ path, only }) => path.endsWith('/scale') && !/\.v\d+$/.test(String(only)))
      .map(pathOf),
  ],
  'INV-31: the scale is no kind of evidence': (workflows) =>
    /量表|危险性|scale/i.test(
      JSON.stringify(workflow(workflows, 'protection-order').events['evidence.added']?.payload),
    )
      ? ['protection-order evidence.added']
      : [],
};

const PLACE = /住所|住址|地址|住处|场所|地点|去处|迁往|地区|address|home|residence|place|site\b|\barea\b/i;
// Where something happened is part of what happened: it is told, and nobody lives there by that.
const TOLD = ['intake caller.registered/incident/area'];
const MONEY = /费|元|金额|价|礼|报酬|fee|price|amount|yuan|gift/i;
const MEANS = /收入|经济|资产|财产|工资|贫困|低保|income|asset|means|wage|wealth|econom/i;
/** 免予核查: the ground on which nobody asks. */
const EXCUSED = /免予/;
const KEEPS = ['keepsProtectionOrder', 'keepsPoliceReport', 'keepsChildSafety', 'readToHerAlone'];
/** Events by which a paper reaches somebody. */
const SERVED = [
  ...[
    'protection-order document.served',
    'protection-order service.failed',
    'protection-order notice.published',
  ],
  ...['litigation summons.served', 'litigation service.failed', 'warning-letter letter.delivered'],
];
/** The field by which each visit says it. */
const ALONE: Readonly<Record<string, string>> = {
  'protection-order visit.made': 'seenApart',
  'warning-letter visit.made': 'victimApart',
  'warning-letter victim.heard': 'apart',
  'shelter visit.made': 'spokenAlone',
  'visit household.visited': 'seenAlone',
  'placement return.visited': 'childSeenAlone',
  'mediation followup.held': 'askedAlone',
};

function fields(workflows: Workflows): Field[] {
  return Object.values(workflows).flatMap(fieldsOf);
}

function pathOf({ path }: Field): string {
  return path;
}

function names({ path, title }: Field, words: RegExp): boolean {
  return words.test(title) || words.test(path.split('/').at(-1) ?? '');
}

function workflow(workflows: Workflows, id: string): Workflow {
  const found = workflows[id];
  if (found === undefined) throw new Error(`no workflow ${id}`);
  return found;
}

function schemaOf(workflows: Workflows, event: string) {
  const [id = '', type = ''] = event.split(' ');
  const { input, events } = workflow(workflows, id);
  const schema = type === 'input' ? input : events[type]?.payload;
  if (schema === undefined) throw new Error(`no event ${event}`);
  return schema;
}

function fieldsOfEvent(workflows: Workflows, event: string): Field[] {
  return fieldsIn(event, schemaOf(workflows, event));
}

/** Fields an event has no room for. */
function missing(workflows: Workflows, event: string, wanted: readonly string[]): string[] {
  const there = fieldsOfEvent(workflows, event).map(pathOf);
  return wanted.map((field) => joined(event, field)).filter((path) => !there.includes(path));
}

function joined(event: string, field: string): string {
  return `${event}/${field}`;
}

function isGiven(workflows: Workflows, path: string): boolean {
  return fields(workflows).some((field) => field.path === path);
}

const TRIES = 20;

/** Which of these fields a random fitting payload may lack (or have with this value), and still be taken. */
function accepted(workflows: Workflows, event: string, keys: readonly string[], instead?: unknown): string[] {
  const schema = schemaOf(workflows, event);
  return keys
    .filter((key) =>
      Array.from({ length: TRIES }, (_, seed) => seed).some((seed) => {
        const payload = randomPayload(schema, seededRandom(seed), { moment: OPENED_AT });
        const { [key]: _taken, ...rest } = payload;
        const spoilt = instead === undefined ? rest : { ...rest, [key]: instead };
        return problemsOf(schema, spoilt).length === 0;
      }),
    )
    .map((key) => joined(event, key));
}
