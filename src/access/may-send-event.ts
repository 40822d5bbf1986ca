import type { Person } from '#src/base/actor.ts';
import type { Because } from '#src/base/errors.ts';
import { title } from '#src/base/title.ts';
import type { EventDefinition, Relation } from '#src/workflow/workflow-event.ts';
import { type CaseHolders, isCandidate, maySeeCase } from './may-see-case.ts';
import { holdsRole } from './stands-in.ts';

export type TrackHolders = {
  readonly ownerAgency: string;
  readonly agency: string;
  readonly assignee: string | null;
  readonly candidate: string | null;
  /** All tracks of the case: who handles one sees the case. */
  readonly tracks: CaseHolders['tracks'];
};

/** Null: may. Otherwise why not, as the caller is told. The one place that decides who records what. */
export function whyNotSend(person: Person, definition: EventDefinition, track: TrackHolders): Because | null {
  if (definition.roles.length === 0) return { code: 'timer_only', text: TIMER_ONLY, who: [] };
  if (!holdsRole(person.role, definition.roles, isResponsible(person, track))) {
    return { code: 'role_not_allowed', text: ROLE, who: definition.roles };
  }
  const relation = definition.by ?? 'anyone';
  if (standsAs(relation, person, track)) return null;
  return { code: `not_${relation}`, text: RELATION_TEXTS[relation], who: definition.roles };
}

/** The agency that owns the case, or works this track. */
function isResponsible(person: Person, track: TrackHolders): boolean {
  return track.ownerAgency === person.agency || track.agency === person.agency;
}

function standsAs(relation: Relation, person: Person, track: TrackHolders): boolean {
  switch (relation) {
    case 'anyone':
      // A candidate does not see the case, and a lawyer is in it as somebody's counsel, never as one of a group.
      return maySeeCase(person, track) && (person.role !== 'lawyer' || isCounsel(person, track));
    case 'owner':
      return track.ownerAgency === person.agency;
    case 'handler':
      return track.agency === person.agency || track.assignee === person.id;
    case 'assignee':
      return track.assignee === person.id;
    case 'candidate':
      return isCandidate(person, track);
  }
}

function isCounsel(person: Person, { tracks }: TrackHolders): boolean {
  return tracks.some((track) => track.assignee === person.id);
}

const TIMER_ONLY = title('只能由系统到期自动记录', 'Only the timer records this, when a period has run out');
const ROLE = title('您的角色不能记录此事项', 'Your role cannot record this');
const RELATION_TEXTS = {
  anyone: title('任何能看到个案的人', 'Anyone who can see the case'),
  owner: title('只有主责单位可以记录', 'Only the owner agency records this'),
  handler: title('只有承办单位或承办人可以记录', 'Only the handling agency or the assignee records this'),
  assignee: title('只有承办人本人可以记录', 'Only the assignee records this'),
  candidate: title('只有被邀请的一方可以答复', 'Only the one who was asked can answer'),
} as const satisfies Record<Relation, ReturnType<typeof title>>;
