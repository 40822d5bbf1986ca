import { WORKING_ROLES } from '#src/workflow/working-roles.ts';

/** Who reads an agency's inbox: everybody there but those who only look on or keep the accounts. */
const WORKS_INBOX = `p.role in ('${WORKING_ROLES.join("', '")}')`;

/**
 * May this person hear of the case at all: she sees it, the track is offered to her or her agency, or her agency
 * is a party to the handoff this track is (one that was recalled must still be told so). The same rule as
 * `src/access/may-see-case.ts`; a test holds the two together.
 */
const MAY_HEAR = `(p.role <> 'administrator' and (p.agency_id = c.owner_agency_id
      or t.candidate_id in (p.person_id, p.agency_id)
      or exists (select 1 from tracks held where held.case_id = c.case_id
        and (held.agency_id = p.agency_id or held.assignee_id = p.person_id))
      or exists (select 1 from handoffs h where h.track_id = t.track_id
        and p.agency_id in (h.from_agency_id, h.to_agency_id))))`;

/**
 * The part of a statement that says who is told. It reads a part `asked (source_id, case_id, track_id, audience,
 * person_id, agency_id)` and ends with `told (source_id, person_id, choice)`:
 *
 * - audience `handler`: the assignee of the track; without one (or when she has left) the handling agency's inbox;
 * - audience `candidate`: whom the track is offered to, a person or an agency's inbox;
 * - any other audience is a role in the owner agency;
 * - `person_id`, `agency_id`: that person, that agency's inbox.
 *
 * Nobody there (or nobody who may hear of the case): the supervisors of the owner agency are told instead, and
 * without any its case managers, without any everybody there who reads its inbox. `choice` says which it was. A
 * source without a row in `told` has
 * nobody at all; who runs the statement must make that visible.
 */
export const RECIPIENTS = `named as (
  select asked.source_id, p.person_id, 1 as choice
  from asked
  join cases c on c.case_id = asked.case_id
  join tracks t on t.track_id = asked.track_id
  left join people holder on holder.person_id = t.assignee_id and holder.is_active
  join people p on p.is_active and (
    p.person_id = asked.person_id
    or (p.agency_id = asked.agency_id and ${WORKS_INBOX})
    or (asked.audience = 'handler' and p.person_id = holder.person_id)
    or (asked.audience = 'handler' and holder.person_id is null and p.agency_id = t.agency_id and ${WORKS_INBOX})
    or (asked.audience = 'candidate' and p.person_id = t.candidate_id)
    or (asked.audience = 'candidate' and p.agency_id = t.candidate_id and ${WORKS_INBOX})
    or (p.role = asked.audience and p.agency_id = c.owner_agency_id))
  where ${MAY_HEAR}
), stand_in as (
  select asked.source_id, p.person_id,
    case p.role when 'supervisor' then 2 when 'case_manager' then 3 else 4 end as choice
  from asked
  join cases c on c.case_id = asked.case_id
  join people p on p.agency_id = c.owner_agency_id and p.is_active and ${WORKS_INBOX}
), told as (
  select distinct source_id, person_id, choice
  from (
    select *, min(choice) over (partition by source_id) as first_choice
    from (select * from named union all select * from stand_in) as everybody
  ) as ranked
  where choice = first_choice
)`;
