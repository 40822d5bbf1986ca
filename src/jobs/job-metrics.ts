import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the work in the background counts; wiring serves the registry. */
export type JobMetrics = ReturnType<typeof createJobMetrics>;

/** Registers the metrics of this folder, once per registry. */
export function createJobMetrics(registry: Registry) {
  return { ...createCounts([registry]), ...createAges([registry]) };
}

/** What has been done, and what failed. */
function createCounts(registers: Registry[]) {
  return {
    remindersSent: new Counter({
      name: 'haolin_reminders_sent_total',
      help: 'Reminders and escalations sent.',
      labelNames: ['kind'],
      registers,
    }),
    reminderLateness: new Histogram({
      name: 'haolin_reminder_lateness_seconds',
      help: 'Between the moment a reminder was due and the moment it was sent.',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
      registers,
    }),
    deadlinesLapsed: new Counter({
      name: 'haolin_deadlines_lapsed_total',
      help: 'Deadlines lapsed.',
      registers,
    }),
    messagesHandled: new Counter({
      name: 'haolin_outbox_handled_total',
      help: 'Outbox messages handled.',
      labelNames: ['topic'],
      registers,
    }),
    failures: new Counter({
      name: 'haolin_job_failures_total',
      help: 'Attempts that failed and will be repeated.',
      labelNames: ['work'],
      registers,
    }),
    noticesWithoutRecipient: new Counter({
      name: 'haolin_notices_without_recipient_total',
      help: 'Notices that nobody could be told: an agency without people.',
      registers,
    }),
    bellsDropped: new Counter({
      name: 'haolin_bells_dropped_total',
      help: 'Jobs the queue did not take; the sweeper does them.',
      registers,
    }),
  };
}

/** How far behind the work is now. */
function createAges(registers: Registry[]) {
  return {
    oldestReminder: new Gauge({
      name: 'haolin_oldest_due_reminder_seconds',
      help: 'Age of the oldest reminder that is due and not sent.',
      registers,
    }),
    oldestLapse: new Gauge({
      name: 'haolin_oldest_due_lapse_seconds',
      help: 'Age of the oldest deadline past its legal end that is still open.',
      registers,
    }),
    oldestMessage: new Gauge({
      name: 'haolin_outbox_oldest_due_seconds',
      help: 'Age of the oldest outbox message that is due and not handled.',
      registers,
    }),
    parked: new Gauge({
      name: 'haolin_outbox_parked',
      help: 'Outbox messages given up on; a person has to look.',
      registers,
    }),
    clockSkew: new Gauge({
      name: 'haolin_clock_skew_seconds',
      help: 'Distance between the clock of this host and the clock of the database.',
      registers,
    }),
  };
}
