import { answerHandoff } from './answer-handoff.ts';
import { applyEvent } from './apply-event.ts';
import { callAnswers } from './call-answers.ts';
import type { Engine } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { lapseDeadline } from './lapse-deadline.ts';
import { offerHandoff } from './offer-handoff.ts';
import { openCase } from './open-case.ts';
import { openTrack } from './open-track.ts';
import { viewPast } from './past-view.ts';
import { lookUpPhone, viewCase, viewTimeline, viewTrack } from './read-views.ts';
import { sendAsSystem } from './send-as-system.ts';
import { viewWork } from './work-list.ts';

/** The engine over its parts. */
export function createEngine(deps: EngineDeps): Engine {
  return {
    openCase: (command) => openCase(deps, command),
    openTrack: (command) => openTrack(deps, command),
    applyEvent: (command) => applyEvent(deps, command),
    offerHandoff: (command) => offerHandoff(deps, command),
    answerHandoff: (command) => answerHandoff(deps, command),
    sendAsSystem: (event) => sendAsSystem(deps, event),
    lapseDeadline: (deadlineId) => lapseDeadline(deps, deadlineId),
    viewCase: (person, caseId) => viewCase(deps, person, caseId),
    viewTrack: (person, trackId) => viewTrack(deps, person, trackId),
    viewTimeline: (person, caseId, page) => viewTimeline(deps, person, caseId, page),
    viewPast: (person, caseId, at) => viewPast(deps, person, caseId, at),
    viewWork: (person, query) => viewWork(deps, person, query),
    lookUpPhone: (person, phone) => lookUpPhone(deps, person, phone),
    callAnswers: (person, caseIds) => callAnswers(deps, person, caseIds),
  };
}
