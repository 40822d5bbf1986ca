import { answerOf, api } from '#web/api/client.ts';
import { partOf, type Sources } from './application-draft.ts';
import { choicesOf, optionsIn } from './event-choices.ts';
import { openedContext } from './opened-context.ts';

const LIMIT = '200';
const ORDER = 'protection-order';

/** Reads all an application is drafted from, as far as this reader may see it. Throws what the API refuses with. */
export async function readSources(caseId: string): Promise<Sources> {
  const atCase = { params: { path: { id: caseId } } };
  const [shown, timeline, workflow] = await Promise.all([
    answerOf(api.GET('/api/cases/{id}', atCase)),
    answerOf(api.GET('/api/cases/{id}/timeline', { params: { ...atCase.params, query: { limit: LIMIT } } })),
    answerOf(api.GET('/api/workflows/{id}', { params: { path: { id: ORDER } } })),
  ]);
  // The newest one: an earlier application may have been refused.
  const order = shown.tracks.findLast((track) => track.workflow === ORDER);
  const track =
    order === undefined
      ? null
      : await answerOf(api.GET('/api/tracks/{id}', { params: { path: { id: order.id } } }));
  return {
    survivor: partOf(shown.survivor),
    respondent: partOf(shown.respondent),
    incident: partOf(shown.incident),
    facts: shown.facts,
    registration: partOf(timeline.items.find(({ type }) => type === 'caller.registered')?.payload),
    order: track === null ? null : openedContext(track),
    codes: {
      relations: optionsIn(workflow.inputSchema, 'relation'),
      measures: choicesOf(workflow, 'application.filed', 'measures'),
      evidence: choicesOf(workflow, 'evidence.added', 'kind'),
    },
  };
}
