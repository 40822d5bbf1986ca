/** Goes to what is asked after this on the screen: questions and fields are marked `data-stop`. */
export function goToNextStop(here: Element): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const next = stops[stops.indexOf(here as HTMLElement) + 1];
  if (next !== undefined) goTo(next);
}

/** Goes to a question or field by its name (`data-name`) or, for a question, to its answer. */
export function goToField(name: string): void {
  const field = document.querySelector<HTMLElement>(
    `[data-field="${name}"] [data-stop], [data-field="${name}"][data-stop]`,
  );
  if (field !== null) goTo(field);
}

function goTo(stop: HTMLElement): void {
  const inner =
    stop.querySelector<HTMLElement>('input:checked') ?? stop.querySelector<HTMLElement>('input, select');
  const target = stop.matches('input, select, textarea') ? stop : (inner ?? stop);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

/** Goes to the first question of the screen, without moving the page. */
export function goToFirstStop(): void {
  document.querySelector<HTMLElement>('.call-middle [data-stop] input')?.focus({ preventScroll: true });
}
