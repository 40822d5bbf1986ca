import { type Kysely, sql } from 'kysely';

/** Forward only. Text plus check instead of enums; jsonb only for snapshots, payloads never (they are stored bytes). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...directory, ...ledger, ...clocks, ...handing, ...edge]) {
    await sql.raw(statement).execute(db);
  }
}

const directory = [
  'create extension if not exists pg_trgm',
  `create table agencies (
    agency_id uuid constraint agencies_pk primary key,
    code text not null constraint agencies_code_key unique,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    parent_id uuid constraint agencies_parent_fk references agencies)`,
  `create table people (
    person_id uuid constraint people_pk primary key,
    username text not null constraint people_username_key unique,
    name text not null,
    role text not null,
    agency_id uuid not null constraint people_agency_fk references agencies,
    password_hash text not null,
    totp_secret bytea,
    is_active boolean not null default true,
    rights_epoch bigint not null default 1)`,
  'create index people_agency_role_idx on people (agency_id, role) where is_active',
  `create function raise_rights_epoch() returns trigger language plpgsql as
    $$ begin new.rights_epoch := old.rights_epoch + 1; return new; end $$`,
  // Whatever changes somebody's rights, a command that was decided under the old ones writes nothing.
  `create trigger people_rights_epoch before update of role, agency_id, is_active on people
    for each row execute function raise_rights_epoch()`,
  `create table sessions (
    token_hash bytea constraint sessions_pk primary key,
    person_id uuid not null constraint sessions_person_fk references people,
    csrf_token text not null,
    created_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null)`,
  'create index sessions_person_idx on sessions (person_id)',
  `create table login_failures (
    subject text not null,
    failed_at timestamptz not null default clock_timestamp())`,
  'create index login_failures_subject_idx on login_failures (subject, failed_at)',
];

const ledger = [
  `create table cases (
    case_id uuid constraint cases_pk primary key,
    number text not null constraint cases_number_key unique,
    status text not null constraint cases_status_check check (status in ('open', 'closed')),
    risk text not null,
    facts jsonb not null,
    owner_agency_id uuid not null constraint cases_owner_fk references agencies,
    version bigint not null,
    last_seq bigint not null,
    chain_head bytea not null,
    wrapped_key bytea not null,
    opened_at timestamptz not null)`,
  'create index cases_owner_idx on cases (owner_agency_id, opened_at desc, case_id)',
  `create table tracks (
    track_id uuid constraint tracks_pk primary key,
    case_id uuid not null constraint tracks_case_fk references cases,
    workflow text not null,
    workflow_version integer not null,
    version bigint not null,
    state text[] not null,
    snapshot jsonb not null,
    happened jsonb not null,
    facts jsonb not null,
    is_final boolean not null,
    agency_id uuid not null constraint tracks_agency_fk references agencies,
    assignee_id uuid constraint tracks_assignee_fk references people,
    candidate_id uuid)`,
  'create index tracks_case_idx on tracks (case_id)',
  'create index tracks_agency_idx on tracks (agency_id, case_id)',
  'create index tracks_assignee_idx on tracks (assignee_id, case_id) where assignee_id is not null',
  'create index tracks_candidate_idx on tracks (candidate_id) where candidate_id is not null',
  `create table case_events (
    case_id uuid not null constraint case_events_case_fk references cases,
    seq bigint not null,
    track_id uuid,
    type text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body text not null,
    hash bytea not null,
    constraint case_events_pk primary key (case_id, seq))`,
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the log of a case is append-only'; end $$`,
  `create trigger case_events_append_only before update or delete or truncate on case_events
    for each statement execute function refuse_change()`,
  `create table vault_entries (
    entry_id uuid constraint vault_entries_pk primary key,
    case_id uuid not null constraint vault_entries_case_fk references cases,
    track_id uuid,
    author_id uuid not null,
    class text not null,
    field text not null,
    sealed bytea not null)`,
  'create index vault_entries_case_idx on vault_entries (case_id)',
  `create table phone_tokens (
    token bytea not null,
    case_id uuid not null constraint phone_tokens_case_fk references cases,
    constraint phone_tokens_pk primary key (token, case_id))`,
];

const clocks = [
  `create table clock_offset (
    is_only boolean constraint clock_offset_pk primary key default true constraint clock_offset_only_check check (is_only),
    offset_ms bigint not null default 0)`,
  'insert into clock_offset default values',
  `create function haolin_now() returns timestamptz language sql volatile parallel safe as
    $$ select clock_timestamp() + (select offset_ms from clock_offset) * interval '1 millisecond' $$`,
  `create table deadlines (
    deadline_id uuid constraint deadlines_pk primary key,
    case_id uuid not null constraint deadlines_case_fk references cases,
    track_id uuid not null constraint deadlines_track_fk references tracks,
    declaration text not null,
    item text not null default '',
    rule text not null,
    started_at timestamptz not null,
    safe_due text not null,
    legal_due text not null,
    safe_due_at timestamptz not null,
    legal_due_at timestamptz not null,
    outcome text not null constraint deadlines_outcome_check
      check (outcome in ('open', 'met', 'met_late', 'cancelled', 'lapsed')),
    settled_at timestamptz,
    is_provisional boolean not null,
    explanation jsonb not null)`,
  `create unique index deadlines_open_key on deadlines (track_id, declaration, item) where outcome = 'open'`,
  'create index deadlines_case_idx on deadlines (case_id)',
  `create index deadlines_owed_idx on deadlines (legal_due_at) where outcome = 'open'`,
  `create table reminders (
    reminder_id uuid constraint reminders_pk primary key,
    case_id uuid not null constraint reminders_case_fk references cases,
    deadline_id uuid not null constraint reminders_deadline_fk references deadlines,
    at timestamptz not null,
    kind text not null,
    audience text not null,
    state text not null constraint reminders_state_check check (state in ('armed', 'sent', 'cancelled')),
    settled_at timestamptz)`,
  `create index reminders_owed_idx on reminders (at) where state = 'armed'`,
  'create index reminders_deadline_idx on reminders (deadline_id)',
];

const handing = [
  `create table handoffs (
    handoff_id uuid constraint handoffs_pk primary key,
    case_id uuid not null constraint handoffs_case_fk references cases,
    track_id uuid not null constraint handoffs_track_fk references tracks,
    kind text not null constraint handoffs_kind_check check (kind in ('referral', 'transfer', 'notice')),
    from_agency_id uuid not null constraint handoffs_from_fk references agencies,
    to_agency_id uuid not null constraint handoffs_to_fk references agencies,
    expires_at timestamptz not null,
    offered_at timestamptz not null)`,
  'create unique index handoffs_track_key on handoffs (track_id)',
  'create index handoffs_to_idx on handoffs (to_agency_id, offered_at desc, handoff_id)',
  'create index handoffs_from_idx on handoffs (from_agency_id, offered_at desc, handoff_id)',
  `create table outbox (
    message_id uuid constraint outbox_pk primary key,
    topic text not null constraint outbox_topic_check check (topic in ('notify', 'send')),
    case_id uuid not null,
    track_id uuid not null,
    detail jsonb not null,
    created_at timestamptz not null default clock_timestamp(),
    handled_at timestamptz,
    attempt_count integer not null default 0,
    retry_at timestamptz not null default clock_timestamp())`,
  'create index outbox_owed_idx on outbox (retry_at) where handled_at is null',
  `create table notifications (
    notification_id uuid constraint notifications_pk primary key,
    serial bigint generated always as identity constraint notifications_serial_key unique,
    person_id uuid not null constraint notifications_person_fk references people,
    kind text not null,
    case_id uuid not null,
    track_id uuid,
    deadline_id uuid,
    source_id uuid not null,
    at timestamptz not null,
    read_at timestamptz,
    constraint notifications_source_key unique (source_id, person_id))`,
  'create index notifications_person_idx on notifications (person_id, serial desc)',
];

const edge = [
  `create table idempotency_keys (
    person_id uuid not null,
    key text not null,
    fingerprint bytea not null,
    rights_epoch bigint not null,
    status integer not null,
    case_id uuid,
    track_id uuid,
    etag text,
    body bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint idempotency_keys_pk primary key (person_id, key))`,
  'create index idempotency_keys_age_idx on idempotency_keys (created_at)',
  `create table audit (
    audit_id bigint generated always as identity constraint audit_pk primary key,
    at timestamptz not null default clock_timestamp(),
    person_id uuid,
    action text not null,
    case_id uuid,
    track_id uuid,
    is_allowed boolean not null,
    code text not null)`,
  'create index audit_case_idx on audit (case_id, at)',
  `create table settings (name text constraint settings_pk primary key, value jsonb not null)`,
];
