import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { Facts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { OpenCaseBody } from '#src/engine/engine.ts';
import type { CaseView, HandoffView, TrackView } from '#src/engine/views.ts';
import { type Cast, type CastName, gatherCast } from './cast.ts';
import { advanceTo, setClock } from './stage-clock.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { send } from '#test/support/story.ts';

/** An event somebody records: its type, what it says, and when it happened if not now (local minute). */
export type Told = readonly [type: string, payload?: JsonObject, at?: string];

/** Somebody wanted to record something and was refused: the codes of the reasons, or of the error itself. */
type Refusal = { readonly by: CastName; readonly type: string; readonly because: readonly string[] };

/**
 * A database in which one story is played: cases have names (`her` unless another is given), tracks are named by
 * workflow: `intake` is the newest of that kind in the case `her`, `child/intake` the one of the case `child`,
 * `enforcement#2` the second that was opened.
 */
export class Stage implements AsyncDisposable {
  readonly world: TestEngine;
  readonly cast: Cast;
  /** What was refused on the way, in order. */
  readonly refusals: Refusal[] = [];
  /** What the story noticed on the way, for the expectations to look at. */
  readonly noted = new Map<string, unknown>();
  private readonly cases = new Map<string, string>();

  private constructor(world: TestEngine, cast: Cast) {
    this.world = world;
    this.cast = cast;
  }

  /** A fresh database whose clock stands at a local minute. */
  static async open(at: string): Promise<Stage> {
    const world = await testEngine();
    await setClock(world, instantOf(at));
    return new Stage(world, await gatherCast(world));
  }

  /** Moves the clock on, over every reminder and lapse on the way. */
  moveTo(at: string): Promise<void> {
    return advanceTo(this.world, instantOf(at));
  }

  /** Opens a case and gives it a name of the story. */
  async opensCase(by: CastName, body: OpenCaseBody, name = 'her'): Promise<string> {
    const answer = await this.world.engine.openCase({ ...asks(this.cast[by]), body });
    const { id } = JSON.parse(answer.body) as CaseView;
    this.cases.set(name, id);
    return id;
  }

  /** Opens a track; `inCase` names another case than hers. */
  async opens(by: CastName, workflow: string, input: JsonObject, inCase = 'her'): Promise<string> {
    const caseId = this.caseId(inCase);
    const answer = await this.world.engine.openTrack({ ...asks(this.cast[by]), caseId, workflow, input });
    return (JSON.parse(answer.body) as TrackView).id;
  }

  /** Sends events one after the other in somebody's name. */
  async tells(by: CastName, track: string, ...events: readonly Told[]): Promise<void> {
    const trackId = await this.track(track);
    for (const [type, payload = {}, at] of events) {
      const when = at === undefined ? {} : { occurredAt: instantOf(at) };
      await send(this.world, this.cast[by], trackId, { type, payload, ...when }).catch((thrown: unknown) => {
        throw new Error(`${by} could not record ${type} on ${track}: ${reasonsOf(thrown).join(', ')}`, {
          cause: thrown,
        });
      });
    }
  }

  /** Tries to record something that must be refused; gives the reasons. Throws when it is not refused. */
  async isRefused(by: CastName, track: string, [type, payload = {}, at]: Told): Promise<readonly string[]> {
    const trackId = await this.track(track);
    const when = at === undefined ? {} : { occurredAt: instantOf(at) };
    const because = await send(this.world, this.cast[by], trackId, { type, payload, ...when }).then(
      () => [],
      reasonsOf,
    );
    if (because.length === 0) throw new Error(`${type} was not refused to ${by}`);
    this.refusals.push({ by, type, because });
    return because;
  }

  /** Offers a handoff, with a track or without; gives its id. The receiver still has to answer. */
  async offers(by: CastName, to: CastName, offer: Offer = {}): Promise<string> {
    const { track, inCase = track?.includes('/') === true ? (track.split('/')[0] ?? '') : 'her' } = offer;
    const answer = await this.world.engine.offerHandoff({
      ...asks(this.cast[by]),
      caseId: this.caseId(inCase),
      body: {
        kind: offer.kind ?? 'referral',
        toAgency: this.cast[to].agency,
        purpose: offer.purpose ?? '请依法处理',
        basis: offer.basis ?? '反家庭暴力法',
        fields: [],
        ...(track === undefined ? {} : { trackId: await this.track(track) }),
      },
    });
    return (JSON.parse(answer.body) as HandoffView).id;
  }

  /** Answers an offered handoff; who declines gives one of the reasons of the form. */
  async answers(by: CastName, handoffId: string, answer: 'accept' | 'decline' = 'accept'): Promise<void> {
    const reason = answer === 'decline' ? { reason: 'not_competent' } : {};
    await this.world.engine.answerHandoff({ ...asks(this.cast[by]), handoffId, answer, ...reason });
  }

  /** A track goes from one agency to another, which accepts it: both signatures are in the log. */
  async entrusts(by: CastName, track: string, to: CastName): Promise<void> {
    await this.answers(to, await this.offers(by, to, { track }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]();
  }

  person(name: CastName): Person {
    return this.cast[name];
  }

  caseId(name = 'her'): string {
    const id = this.cases.get(name);
    if (id === undefined) throw new Error(`no case of the story is called ${name}`);
    return id;
  }

  /** The id of a track by its name in the story. */
  async track(name: string): Promise<string> {
    const [inCase, rest] = name.includes('/') ? (name.split('/') as [string, string]) : ['her', name];
    const [workflow = '', number] = rest.split('#');
    const rows = await this.world.connection.db
      .selectFrom('case_events')
      .innerJoin('tracks', 'tracks.track_id', 'case_events.track_id')
      .select('tracks.track_id')
      .where('case_events.case_id', '=', this.caseId(inCase))
      .where('case_events.type', '=', 'track.opened')
      .where('tracks.workflow', '=', workflow)
      .orderBy('case_events.seq')
      .execute();
    const row = number === undefined ? rows.at(-1) : rows[Number(number) - 1];
    if (row === undefined) throw new Error(`the story has no track ${name}`);
    return row.track_id;
  }

  /** What all tracks of a case say together, now. */
  async facts(inCase = 'her'): Promise<Facts> {
    const view = await this.world.engine.viewCase(this.cast.manager, this.caseId(inCase));
    return view.facts;
  }
}

type Offer = {
  readonly kind?: 'referral' | 'transfer' | 'notice';
  readonly track?: string;
  readonly inCase?: string;
  readonly purpose?: string;
  readonly basis?: string;
};

/** A local minute as an instant. */
export function instantOf(at: string): Instant {
  return `${at}:00.000+08:00` as Instant;
}

function reasonsOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof AppError)) throw thrown;
  const because = (thrown.details.because ?? []).map(({ code }) => code);
  return because.length > 0 ? because : [thrown.code];
}
