import { type Kysely, sql } from 'kysely';

/** 交接班: who handed over what to whom, and who took it. What was handed over stands there as ids and nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table shift_handovers (
    handover_id uuid constraint shift_handovers_pk primary key,
    agency_id uuid not null constraint shift_handovers_agency_fk references agencies,
    from_id uuid not null constraint shift_handovers_from_fk references people,
    to_id uuid constraint shift_handovers_to_fk references people,
    handed_at timestamptz not null,
    until_at timestamptz not null,
    acknowledge_by timestamptz not null,
    items jsonb not null,
    item_count integer not null,
    acknowledged_at timestamptz,
    acknowledged_id uuid constraint shift_handovers_acknowledged_fk references people)`,
  'create index shift_handovers_agency_idx on shift_handovers (agency_id, handed_at desc, handover_id)',
  // What a desk still works on: neither the call-back list nor the shift list reads what is long over.
  'create index tracks_desk_idx on tracks (agency_id, case_id) where not is_final',
  `create index cases_open_idx on cases (owner_agency_id, case_id) where status = 'open'`,
];
