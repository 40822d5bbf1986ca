import type { ColumnType, Generated } from 'kysely';
import type { Facts, PublishedFacts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { Role } from '#src/base/roles.ts';

/** The tables as `db/migrations` makes them; a test compares the two. */
export type Database = {
  agencies: AgenciesTable;
  people: PeopleTable;
  sessions: SessionsTable;
  login_failures: LoginFailuresTable;
  cases: CasesTable;
  tracks: TracksTable;
  case_events: CaseEventsTable;
  vault_entries: VaultEntriesTable;
  phone_tokens: PhoneTokensTable;
  clock_offset: ClockOffsetTable;
  deadlines: DeadlinesTable;
  reminders: RemindersTable;
  handoffs: HandoffsTable;
  outbox: OutboxTable;
  notifications: NotificationsTable;
  idempotency_keys: IdempotencyKeysTable;
  audit: AuditTable;
  settings: SettingsTable;
  holiday_years: HolidayYearsTable;
  drafts: DraftsTable;
  shift_handovers: ShiftHandoversTable;
};

/** A jsonb column: read as a value, written as text. */
type JsonColumn<T> = ColumnType<T, string, string>;

export type AgenciesTable = {
  agency_id: string;
  code: string;
  kind: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
};

export type PeopleTable = {
  person_id: string;
  username: string;
  name: string;
  role: Role;
  agency_id: string;
  password_hash: string;
  totp_secret: Buffer | null;
  is_active: Generated<boolean>;
  rights_epoch: Generated<number>;
};

export type SessionsTable = {
  token_hash: Buffer;
  person_id: string;
  csrf_token: string;
  created_at: Generated<Instant>;
  last_seen_at: Generated<Instant>;
  expires_at: Instant;
};

export type LoginFailuresTable = { subject: string; failed_at: Generated<Instant> };

export type CasesTable = {
  case_id: string;
  number: string;
  status: 'open' | 'closed';
  risk: string;
  facts: JsonColumn<Facts>;
  owner_agency_id: string;
  version: number;
  last_seq: number;
  chain_head: Buffer;
  wrapped_key: Buffer;
  opened_at: Instant;
};

export type TracksTable = {
  track_id: string;
  case_id: string;
  workflow: string;
  workflow_version: number;
  version: number;
  state: string[];
  snapshot: JsonColumn<unknown>;
  happened: JsonColumn<Record<string, Instant>>;
  facts: JsonColumn<PublishedFacts>;
  is_final: boolean;
  agency_id: string;
  assignee_id: string | null;
  candidate_id: string | null;
};

export type CaseEventsTable = {
  case_id: string;
  seq: number;
  track_id: string | null;
  type: string;
  occurred_at: Instant;
  recorded_at: Instant;
  body: string;
  hash: Buffer;
};

export type VaultEntriesTable = {
  entry_id: string;
  case_id: string;
  track_id: string | null;
  author_id: string;
  class: string;
  field: string;
  sealed: Buffer;
};

export type PhoneTokensTable = { token: Buffer; case_id: string };

export type ClockOffsetTable = { is_only: Generated<boolean>; offset_ms: Generated<number> };

export type DeadlineOutcome = 'open' | 'met' | 'met_late' | 'cancelled' | 'paused' | 'lapsed';

export type DeadlinesTable = {
  deadline_id: string;
  case_id: string;
  track_id: string;
  declaration: string;
  item: Generated<string>;
  rule: string;
  started_at: Instant;
  safe_due: string;
  legal_due: string;
  safe_due_at: Instant;
  legal_due_at: Instant;
  outcome: DeadlineOutcome;
  settled_at: Instant | null;
  is_provisional: boolean;
  explanation: JsonColumn<unknown[]>;
  excluded: Generated<JsonColumn<unknown[]>>;
};

export type RemindersTable = {
  reminder_id: string;
  case_id: string;
  deadline_id: string;
  at: Instant;
  kind: 'remind' | 'escalate';
  audience: string;
  state: 'armed' | 'sent' | 'cancelled';
  settled_at: Instant | null;
};

export type HandoffKind = 'referral' | 'transfer' | 'notice';

export type HandoffsTable = {
  handoff_id: string;
  case_id: string;
  track_id: string;
  kind: HandoffKind;
  from_agency_id: string;
  to_agency_id: string;
  expires_at: Instant;
  offered_at: Instant;
};

export type OutboxTable = {
  message_id: string;
  topic: 'notify' | 'send';
  case_id: string;
  track_id: string;
  detail: JsonColumn<Record<string, unknown>>;
  created_at: Generated<Instant>;
  handled_at: Instant | null;
  attempt_count: Generated<number>;
  retry_at: Generated<Instant>;
};

export type NotificationsTable = {
  notification_id: string;
  serial: Generated<number>;
  person_id: string;
  kind: string;
  case_id: string;
  track_id: string | null;
  deadline_id: string | null;
  source_id: string;
  at: Instant;
  read_at: Instant | null;
};

export type IdempotencyKeysTable = {
  person_id: string;
  key: string;
  fingerprint: Buffer;
  rights_epoch: number;
  status: number;
  case_id: string | null;
  track_id: string | null;
  etag: string | null;
  body: Buffer;
  created_at: Generated<Instant>;
};

export type AuditTable = {
  audit_id: Generated<number>;
  at: Generated<Instant>;
  person_id: string | null;
  action: string;
  case_id: string | null;
  track_id: string | null;
  is_allowed: boolean;
  code: string;
};

export type SettingsTable = { name: string; value: JsonColumn<unknown> };

export type HolidayYearsTable = {
  serial: Generated<number>;
  year: number;
  notice: JsonColumn<unknown>;
  imported_at: Generated<Instant>;
};

export type DraftsTable = {
  person_id: string;
  draft_id: string;
  kind: string;
  subject_id: string | null;
  version: number;
  save_key: string;
  saved_at: Instant;
  sealed: Buffer;
};

export type ShiftHandoversTable = {
  handover_id: string;
  agency_id: string;
  from_id: string;
  to_id: string | null;
  handed_at: Instant;
  until_at: Instant;
  acknowledge_by: Instant;
  items: JsonColumn<unknown[]>;
  item_count: number;
  acknowledged_at: Instant | null;
  acknowledged_id: string | null;
};
