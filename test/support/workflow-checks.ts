import type { AnyStateNode } from 'xstate';
import { ROLES } from '#src/base/roles.ts';
import { isRuleCode } from '#src/base/rules.ts';
import type { Title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { deadlinesOf, listStates } from '#src/workflow/list-states.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import { guardNames, machineOddities, sentLater } from './machine-config.ts';
import { closedSchemaProblems } from './schema-checks.ts';
import { crossings, deadEnds, eventsHeardAt, leavesOf, withDescendants } from './workflow-graph.ts';

export type LoadedWorkflow = {
  /** The file's name without its extension (and without the version, where it is retired). */
  readonly file: string;
  readonly workflow: Workflow;
};

/** A check says what is wrong; nothing: all is well. */
type Check = (loaded: LoadedWorkflow) => string[];

/** What every workflow must be, whatever it is about. The key is the promise in words. */
export const WORKFLOW_CHECKS: { readonly [promise: string]: Check } = {
  'the file is named after the workflow': ({ file, workflow }) =>
    file === workflow.id && workflow.machine.id === workflow.id ? [] : [`${file} holds ${workflow.id}`],
  'everything has a title in Chinese and in English': ({ workflow }) => untitled(workflow),
  'event names are <noun>.<past participle>, and each has a domain code': ({ workflow }) =>
    Object.entries(workflow.events)
      .filter(
        ([type, { domainCode }]) => !/^[a-z]+\.[a-z]+$/.test(type) || !/^\w+\.[A-Z_]+$/.test(domainCode),
      )
      .map(([type]) => type),
  'every event heard is declared and every declared event is heard': ({ workflow }) =>
    deafOrUnknown(workflow),
  'events precede only events of the same workflow': ({ workflow }) =>
    Object.entries(workflow.events).flatMap(([type, { follows }]) =>
      (follows ?? [])
        .filter((earlier) => !(earlier in workflow.events))
        .map((earlier) => `${type}: ${earlier}`),
    ),
  'every deadline runs somewhere and what settles or ends it is heard there': ({ workflow }) =>
    deadlineProblems(workflow),
  'what nobody sends is sent by a deadline, a worker or a sibling, and they send nothing else': ({
    workflow,
  }) => unsentByTimer(workflow),
  'only recorded events move the machine': ({ workflow }) => machineOddities(workflow.machine),
  'no transition leads from one region into another, or into one from around them': ({ workflow }) =>
    crossings(workflow),
  'every guard has a name, and every name a guard that is used': ({ workflow }) => guardProblems(workflow),
  'a final state can be reached from every state': ({ workflow }) => deadEnds(workflow),
  'every open state has a deadline or somebody who can move it': ({ workflow }) => ballOnTheFloor(workflow),
  'roles and rules are known': ({ workflow }) => unknownCodes(workflow),
  'payloads are closed, bounded and labelled': ({ workflow }) => [
    ...closedSchemaProblems('input', workflow.input),
    ...Object.entries(workflow.events).flatMap(([type, { payload }]) => closedSchemaProblems(type, payload)),
  ],
};

function untitled(workflow: Workflow): string[] {
  const words: [string, Title | undefined][] = [
    ['workflow', workflow.title],
    ...listStates(workflow).map(({ path, meta }): [string, Title] => [path, meta?.title]),
    ...Object.entries(workflow.events).map(([type, event]): [string, Title] => [type, event.title]),
    ...Object.entries(workflow.deadlines).map(([id, deadline]): [string, Title] => [id, deadline.title]),
    ...Object.entries(workflow.guards).map(([name, guard]): [string, Title] => [name, guard.text]),
    ...Object.entries(workflow.openingGuards).map(([name, guard]): [string, Title] => [name, guard.text]),
  ];
  return words.filter(([, title]) => !isBilingual(title)).map(([where]) => where);
}

function isBilingual(title: Title | undefined): boolean {
  return title !== undefined && /\p{Script=Han}/u.test(title.zh) && /^[\x20-\x7e’]+$/.test(title.en);
}

function deafOrUnknown(workflow: Workflow): string[] {
  const heard = new Set(
    [workflow.machine.root, ...nodesOf(workflow.machine)].flatMap((node) => [...node.transitions.keys()]),
  );
  const declared = Object.keys(workflow.events);
  const unknown = [...heard].filter((type) => !declared.includes(type)).map((type) => `undeclared ${type}`);
  return [...unknown, ...declared.filter((type) => !heard.has(type)).map((type) => `unheard ${type}`)];
}

function deadlineProblems(workflow: Workflow): string[] {
  const used = new Set<string>();
  const problems: string[] = [];
  for (const node of nodesOf(workflow.machine)) {
    for (const { id, declaration } of deadlinesOf(workflow, pathOf(node))) {
      used.add(id);
      const heard = withDescendants(node).flatMap(eventsHeardAt);
      for (const type of declaration.metBy) {
        if (!heard.includes(type)) problems.push(`${id} at ${pathOf(node)}: met by ${type}, unheard there`);
      }
      if (declaration.metBy.length === 0) problems.push(`${id}: nothing meets it`);
      if (declaration.onLapse !== undefined && !isHeardThroughout(node, declaration.onLapse)) {
        problems.push(`${id} at ${pathOf(node)}: ${declaration.onLapse} is not heard in all of it`);
      }
    }
  }
  const unused = Object.keys(workflow.deadlines).filter((id) => !used.has(id));
  return [...problems, ...unused.map((id) => `${id} runs nowhere`)];
}

function isHeardThroughout(node: AnyStateNode, type: string): boolean {
  const leaves = withDescendants(node).filter(({ type: kind }) => kind === 'atomic');
  return leaves.every((leaf) => eventsHeardAt(leaf).includes(type));
}

function unsentByTimer(workflow: Workflow): string[] {
  const lapses = Object.values(workflow.deadlines).flatMap(({ onLapse }) => onLapse ?? []);
  const heard = workflow.hears.map(({ event }) => event);
  const sent = new Set([...lapses, ...sentLater(workflow.machine), ...heard]);
  const unknown = [...sent].filter((type) => !(type in workflow.events)).map((type) => `undeclared ${type}`);
  const wrong = Object.entries(workflow.events)
    .filter(([type, { roles }]) => (roles.length === 0) !== sent.has(type))
    .map(([type]) => type);
  return [...unknown, ...wrong];
}

function guardProblems(workflow: Workflow): string[] {
  const { names, unnamed } = guardNames(workflow.machine);
  const declared = Object.keys(workflow.guards);
  return [
    ...unnamed,
    ...names.filter((name) => !declared.includes(name)).map((name) => `undeclared ${name}`),
    ...declared.filter((name) => !names.includes(name)).map((name) => `unused ${name}`),
  ];
}

function ballOnTheFloor(workflow: Workflow): string[] {
  return leavesOf(workflow)
    .filter((leaf) => leaf.type === 'atomic')
    .filter((leaf) => {
      const senders = eventsHeardAt(leaf).flatMap((type) => workflow.events[type]?.roles ?? []);
      const around = listStates(workflow).filter(({ path }) => `${pathOf(leaf)}.`.startsWith(`${path}.`));
      const hasDeadline = around.some(({ meta }) => (meta.deadlines ?? []).length > 0);
      const mover = around.flatMap(({ meta }) => meta.waitsFor ?? []).some((role) => senders.includes(role));
      return senders.length === 0 || !(hasDeadline || mover);
    })
    .map(pathOf);
}

function unknownCodes(workflow: Workflow): string[] {
  const roles = [
    ...workflow.openedBy,
    ...Object.values(workflow.events).flatMap((event) => event.roles),
    ...Object.values(workflow.guards).flatMap((guard) => guard.who),
    ...listStates(workflow).flatMap(({ meta }) => meta.waitsFor ?? []),
  ];
  const rules = Object.values(workflow.deadlines).flatMap(({ rule }) =>
    typeof rule === 'string' ? rule : [],
  );
  return [
    ...roles.filter((role) => !ROLES.includes(role)),
    ...rules.filter((rule: string) => !isRuleCode(rule)),
  ];
}
