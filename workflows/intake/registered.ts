import type { IntakeContext, IntakeEventOf } from './context.ts';

type Form = IntakeEventOf<'caller.registered'>['payload'];

/** What a filled-in registration form leaves in the context. */
export function registered(context: IntakeContext, { payload }: IntakeEventOf<'caller.registered'>) {
  const minor = payload.minor ?? isMinorByAge(payload) ?? context.minor;
  const capacity = payload.capacity ?? context.capacity;
  return {
    minor,
    capacity,
    registered: true,
    anonymous: payload.anonymous ?? context.anonymous,
    repeat: context.repeat || payload.history?.earlierViolence === true,
    rightsTold: context.rightsTold || payload.rightsTold === true,
    needs: payload.needs ?? [],
    ...people(context, payload),
    guardianSuspected: context.guardianSuspected || payload.abuserIsGuardian === true,
    ...duty({ ...context, minor, capacity }, payload),
  };
}

/** Who the two are to each other, as far as anybody said. */
function people(context: IntakeContext, { victim, abuser, relation }: Form) {
  return {
    survivorName: victim?.name ?? context.survivorName,
    ageGroup: victim?.ageGroup ?? context.ageGroup,
    respondentName: abuser?.name ?? context.respondentName,
    relation: relation ?? context.relation,
  };
}

/** Whether the law demands a report to the police now: who calls a hotline about violence is taken at her word. */
function duty(
  context: IntakeContext,
  payload: Form,
): Pick<IntakeContext, 'reportOwed' | 'reportRule' | 'reportFrom'> {
  const { minor, capacity } = context;
  const isProtected = minor || capacity === 'limited' || capacity === 'none';
  if (!isProtected || payload.harmSuspected === false || context.report !== 'none') {
    return { reportOwed: context.reportOwed, reportRule: context.reportRule, reportFrom: context.reportFrom };
  }
  return { reportOwed: true, reportRule: minor ? 'R2p' : 'R1p', reportFrom: payload.harmFoundAt ?? null };
}

function isMinorByAge({ victim }: Form): boolean | undefined {
  if (victim?.ageGroup === undefined) return undefined;
  return victim.ageGroup === 'under_14' || victim.ageGroup === 'from_14_to_17';
}
