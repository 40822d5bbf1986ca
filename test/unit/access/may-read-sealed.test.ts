import { expect, test } from 'vitest';
import { mayReadSealed, type SealedValue } from '#src/access/may-read-sealed.ts';
import type { Person } from '#src/base/actor.ts';
import { ROLES, type Role } from '#src/base/roles.ts';
import { SEALED_CLASSES, type SealedClass } from '#src/workflow/sealed.ts';

type MayRead = (person: Person, holders: { ownerAgency: string; tracks: [] }, value: SealedValue) => boolean;

const HOLDERS = { ownerAgency: 'federation', tracks: [] as [] };
const person = (role: Role, id = 'her'): Person => ({ id, role, agency: 'federation' });

/** Who reads a class at all: as anybody of the role, or `own` when only what she wrote herself. */
function readersOf(mayRead: MayRead, sealedClass: SealedClass): Record<string, 'all' | 'own'> {
  const found = ROLES.flatMap((role): [Role, 'all' | 'own'][] => {
    if (mayRead(person(role), HOLDERS, { class: sealedClass, author: 'somebody' })) return [[role, 'all']];
    return mayRead(person(role), HOLDERS, { class: sealedClass, author: 'her' }) ? [[role, 'own']] : [];
  });
  return Object.fromEntries(found);
}

/** Roles that could bring the reporter's name to the one who was reported. */
function rolesSeeingBoth(mayRead: MayRead): string[] {
  const him = readersOf(mayRead, 'respondent');
  return Object.keys(readersOf(mayRead, 'reporter')).filter((role) => role in him);
}

test('INV-01: no role reads both who told us and how the respondent is reached', () => {
  expect(Object.keys(readersOf(mayReadSealed, 'reporter'))).not.toEqual([]);
  expect(Object.keys(readersOf(mayReadSealed, 'respondent'))).not.toEqual([]);
  expect(rolesSeeingBoth(mayReadSealed)).toEqual([]);
});

test('INV-01: a planted reader who has both is found, even if only of her own writing', () => {
  const plantedRole: MayRead = (who, holders, value) =>
    mayReadSealed(who, holders, value) || (who.role === 'police_liaison' && value.class === 'respondent');
  expect(rolesSeeingBoth(plantedRole)).toEqual(['police_liaison']);
  const plantedAuthor: MayRead = (who, holders, value) =>
    mayReadSealed(who, holders, value) || (value.class === 'reporter' && value.author === who.id);
  expect(rolesSeeingBoth(plantedAuthor)).toContain('case_manager');
});

test('INV-28: where she is, only those read who bring her there or guard her, and who wrote it down', () => {
  const readers = readersOf(mayReadSealed, 'whereabouts');
  const all = Object.keys(readers).filter((role) => readers[role] === 'all');
  expect(all.sort()).toEqual(['case_manager', 'police_liaison', 'shelter_worker', 'supervisor']);
  for (const role of ['auditor', 'administrator']) expect(readers).not.toHaveProperty(role);
});

test("a lawyer's papers are the author's alone", () => {
  expect(new Set(Object.values(readersOf(mayReadSealed, 'privileged')))).toEqual(new Set(['own']));
});

test('who only looks on or keeps accounts reads no class, and nobody reads a class nobody knows', () => {
  for (const sealedClass of SEALED_CLASSES) {
    const readers = readersOf(mayReadSealed, sealedClass);
    expect(readers).not.toHaveProperty('auditor');
    expect(readers).not.toHaveProperty('administrator');
  }
  expect(readersOf(mayReadSealed, 'of_another_version' as SealedClass)).toEqual({});
});

test('somebody of another agency without a track reads nothing but her own privileged notes', () => {
  for (const sealedClass of SEALED_CLASSES.filter((name) => name !== 'privileged')) {
    for (const role of ROLES) {
      const stranger: Person = { id: 'her', role, agency: 'elsewhere' };
      for (const author of ['her', 'somebody']) {
        expect(mayReadSealed(stranger, HOLDERS, { class: sealedClass, author })).toBe(false);
      }
    }
  }
});
