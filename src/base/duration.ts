/** An ISO 8601 duration of weeks, days, hours, minutes and seconds: no months, whose length depends on where they start. */
export type Duration = `P${string}`;

const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a duration such as `PT15M` or `P1DT12H`; null when the text is no such duration. */
export function parseDurationMs(text: string): number | null {
  const match = PATTERN.exec(text);
  if (match === null || text === 'P' || text.endsWith('T')) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (
    (((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) *
    1000
  );
}

/** Milliseconds of a duration known to be well formed: a mistake in a definition, not in an input, throws. */
export function durationMs(duration: Duration): number {
  const milliseconds = parseDurationMs(duration);
  if (milliseconds === null) throw new TypeError(`not a duration: ${duration}`);
  return milliseconds;
}
