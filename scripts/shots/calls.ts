import { dayAhead, type Desk, type OpenedCase, nowOn, offer, trackOf } from './desk.ts';
import { type Caller, CALLERS } from './people.ts';

type Answers = Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
const ITEMS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 's1', 's2'] as const;

/** Opens a case as the operator does while somebody is on the line. */
async function takeCall({ operator1 }: Desk, caller: Caller): Promise<OpenedCase> {
  const { name, phone, respondent, told, window } = caller;
  const opened = await operator1.post<{ id: string; tracks: { id: string }[] }>('/cases', {
    channel: 'hotline_12338',
    caller: { relation: 'self' },
    safeContact: {
      canTalkNow: true,
      okToCall: true,
      okToText: false,
      phone,
      ...(window !== undefined && { window }),
    },
    survivor: { name, phone },
    respondent: { name: respondent },
    incident: { narrative: told },
  });
  const intake = opened.tracks[0]?.id ?? '';
  await operator1.send(intake, 'call.answered');
  return { id: opened.id, intake };
}

/** A call that was talked through: registered and graded. */
export async function graded(
  desk: Desk,
  caller: Caller,
  risk: 'low' | 'medium' | 'high',
): Promise<OpenedCase> {
  const opened = await takeCall(desk, caller);
  const { operator1 } = desk;
  await operator1.send(opened.intake, 'safety.confirmed');
  await operator1.send(opened.intake, 'caller.registered', registrationOf(caller));
  await operator1.send(opened.intake, 'risk.scored', { answers: answersFor(risk), injured: risk !== 'low' });
  return opened;
}

/** What was agreed with her starts its tracks in the same step. */
export async function agreedOn(
  desk: Desk,
  opened: OpenedCase,
  services: readonly string[],
  declined: readonly string[] = [],
): Promise<void> {
  const { manager1 } = desk;
  await manager1.send(opened.intake, 'plan.agreed', {
    services: services.map((service) => ({ service, consent: true })),
    declined,
    officer: manager1.id,
  });
}

/** The desk's morning: a call at high risk, two call-backs promised, one overdue, one that nobody could reach. */
export async function playCalls(desk: Desk): Promise<OpenedCase> {
  const { operator1 } = desk;
  const tonight = await graded(desk, CALLERS.tonight, 'high');
  for (const caller of [CALLERS.whispering, CALLERS.eveningOnly]) {
    const { intake } = await takeCall(desk, caller);
    await operator1.send(intake, 'talk.postponed', { window: caller.window });
  }
  await takeCall(desk, CALLERS.student);
  return tonight;
}

/** One case with most of what a case can have: adviser, shelter, order, visits, a notice that waits at the police. */
export async function playMovingCase(desk: Desk): Promise<OpenedCase> {
  const { operator1, manager1, lawyer1, shelter1, police1 } = desk;
  const opened = await graded(desk, CALLERS.moving, 'high');
  await operator1.send(opened.intake, 'police.informed', { receiptNo: '演示-110-0317' });
  await operator1.send(opened.intake, 'federation.informed');
  await agreedOn(desk, opened, ['shelter', 'consultation', 'protection-order', 'counselling', 'visit']);
  const consultation = await trackOf(desk, opened.id, 'consultation');
  await manager1.send(consultation, 'lawyer.assigned', { lawyer: lawyer1.id });
  await lawyer1.send(consultation, 'conflict.cleared');
  await lawyer1.send(consultation, 'offer.accepted');
  const stay = await trackOf(desk, opened.id, 'shelter');
  const offered = await offer(desk, opened.id, {
    agency: shelter1.agency,
    purpose: '请安排庇护：以前逃到亲友处都被找到。',
    trackId: stay,
  });
  await manager1.post('/demo/clock', { advance: 'PT1M' });
  await shelter1.post(`/handoffs/${offered}/accept`, {});
  const admission = {
    site: 'BH01',
    zone: 'women',
    apart: true,
    staffOfHerSex: true,
    free: true,
    mayLeave: true,
  };
  await shelter1.send(stay, 'stay.admitted', { ...admission, admittedAt: await nowOn(desk) });
  await offer(desk, opened.id, {
    agency: police1.agency,
    kind: 'notice',
    purpose: '通报高危家庭暴力个案，请纳入重点关注。',
  });
  return opened;
}

/** Lawyers: one asked and not yet answered, one engaged who has met her, one nobody was asked for yet. */
export async function playConsultations(desk: Desk): Promise<{ asked: string; engaged: string }> {
  const { manager1, lawyer1 } = desk;
  const tracks: string[] = [];
  for (const caller of [CALLERS.mother, CALLERS.teacher, CALLERS.seller]) {
    const opened = await graded(desk, caller, 'medium');
    await agreedOn(desk, opened, ['consultation']);
    tracks.push(await trackOf(desk, opened.id, 'consultation'));
  }
  const [asked = '', engaged = ''] = tracks;
  for (const track of [asked, engaged]) await manager1.send(track, 'lawyer.assigned', { lawyer: lawyer1.id });
  await lawyer1.send(engaged, 'conflict.cleared');
  await lawyer1.send(engaged, 'offer.accepted');
  await lawyer1.send(engaged, 'session.held', {
    minutes: 40,
    channel: 'phone',
    advice: 'protection_order',
    nextStep: 'draft',
    nextOn: await dayAhead(desk, 3),
    notes: '单独通话。工资卡和身份证被扣，想先拿回证件。已说明可申请保护令和法律援助。',
  });
  return { asked, engaged };
}

function registrationOf({ name, phone, respondent }: Caller) {
  return {
    victim: { name, phone, sex: 'female', ageGroup: 'from_18_to_59' },
    abuser: { name: respondent, sex: 'male', ageGroup: 'from_18_to_59' },
    relation: 'spouse',
    history: { earlierViolence: true },
    violenceForms: ['physical', 'psychological'],
    incident: { area: '家中' },
    injury: { victimInjured: false },
    needs: ['legal_help', 'counselling'],
    rightsTold: true,
    legalAidTold: true,
  };
}

function answersFor(risk: 'low' | 'medium' | 'high'): Answers {
  const yesCount = { low: 2, medium: 4, high: 7 }[risk];
  return Object.fromEntries(ITEMS.map((item, index) => [item, index < yesCount ? 'yes' : 'no']));
}
