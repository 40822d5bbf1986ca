import type { Part } from './application-draft.ts';

type Known = {
  readonly survivor: Part;
  readonly registration: Part;
  readonly facts: Readonly<Record<string, string>>;
  readonly order: Part | null;
};

/** Where somebody else houses her, or somebody asks where she is: nobody who serves papers on him writes it down. */
const AWAY: Readonly<Record<string, string>> = { shelter: 'housed', placement: 'placed', location: 'locked' };

/**
 * Must her address stay out of a paper that he is served with? It may stand there only where it is his too: the order's
 * track says that they live together and nothing says that she has moved out since.
 */
export function isAddressHidden({ order, facts }: Known): boolean {
  if (order === null || order['livesTogether'] !== true || order['movedOut'] === true) return true;
  return Object.entries(AWAY).some(([fact, value]) => facts[fact] === value);
}

/** Every place that was written down as hers. */
export function placesOf({ survivor, registration }: Known): string[] {
  const victim = registration['victim'];
  const home = typeof victim === 'object' && victim !== null ? (victim as Part)['home'] : undefined;
  return [survivor['address'], home].filter(
    (place): place is string => typeof place === 'string' && place.trim() !== '',
  );
}

/** The text without the places, however they are spaced in it. */
export function hideFrom(text: string, places: readonly string[]): string {
  return places.reduce((left, place) => left.replaceAll(loosely(place), NOT_TOLD), text);
}

const NOT_TOLD = '（住址不予载明）';

/** The characters of a place one after the other, with spaces and commas between them or not. */
function loosely(place: string): RegExp {
  const letters = place
    .replaceAll(/[\s,，、]/g, '')
    .split('')
    .map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  return new RegExp(letters.join('[\\s,，、]*'), 'g');
}
