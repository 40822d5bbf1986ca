import { ANSWERS, LAWYER, OPENING, REGISTRATION, SHELTER } from './call.ts';
import { logIn } from './client.ts';
import type { Printer } from './print.ts';
import {
  advance,
  arrival,
  type Handoff,
  offerTo,
  type Cast,
  CAST,
  type Play,
  record,
  refusalOf,
  shown,
  timePast,
  timeUntil,
  titlesOf,
} from './steps.ts';

const PASSWORD = 'haolin-demo';
type Case = { id: string; number: string; tracks: { id: string; workflow: string }[] };
type List<T> = { items: T[] };

/** Plays one call from the first ring to the archived file; every step is a request that anybody could send. */
export async function play(baseUrl: string, say: Printer): Promise<void> {
  const logins = await Promise.all(
    CAST.map(async (name) => [name, await logIn(baseUrl, name, PASSWORD)] as const),
  );
  const cast = Object.fromEntries(logins) as Cast;
  say.setNow((await cast.operator1.get<{ now: string }>('/demo/clock')).now);
  const opened = await answerTheCall(cast, say);
  await gradeTheRisk(opened);
  const shelter = await askForShelter(opened);
  const consultation = await findALawyer(opened);
  await adviseHer(opened, consultation);
  await letAnOfferExpire(opened);
  await leaveShelter(opened, shelter);
  await closeAndFollowUp(opened);
  await sumUp(opened);
}

async function answerTheCall(cast: Cast, say: Printer): Promise<Play> {
  const { operator1 } = cast;
  say.chapter('凌晨的电话 · A call before dawn');
  const found = await operator1.post<{ known: boolean }>('/cases/lookup', { phone: OPENING.survivor.phone });
  say.line('接线员 operator1', found.known ? '这个号码来过电话' : '这个号码没有来过电话');
  const opened = await operator1.post<Case>('/cases', OPENING);
  const intake = opened.tracks[0]?.id ?? '';
  say.line('接线员 operator1', `立案 ${opened.number}`);
  const parts: Play = { cast, say, caseId: opened.id, intake };
  await record(parts, 'operator1', 'call.answered');
  await record(parts, 'operator1', 'safety.confirmed');
  await record(parts, 'operator1', 'caller.registered', REGISTRATION);
  return parts;
}

async function gradeTheRisk(parts: Play): Promise<void> {
  const { cast, say } = parts;
  say.chapter('危险评估 · How dangerous is it');
  await record(parts, 'operator1', 'risk.scored', { answers: ANSWERS, injured: true });
  const { risk } = await cast.manager1.get<{ risk: string }>(`/cases/${parts.caseId}`);
  say.detail(`危险等级：${risk}（被掐颈即为高危致命，不看得分）`);
  await advance(parts, 'PT11M', '十一分钟过去，还没有报警');
  await record(parts, 'operator1', 'police.informed', { receiptNo: '演示-110-0317' });
  await record(parts, 'operator1', 'federation.informed');
  const services = ['shelter', 'consultation', 'counselling'].map((service) => ({ service, consent: true }));
  await record(parts, 'manager1', 'plan.agreed', {
    services,
    declined: ['protection-order'],
    officer: cast.manager1.id,
  });
  say.detail('她同意的每一项，随计划同时开启办理环节；保护令已提出，她想先问律师');
}

/** A track that the plan has opened. */
async function trackOf({ cast, caseId }: Play, workflow: string): Promise<string> {
  const { tracks } = await cast.manager1.get<Case>(`/cases/${caseId}`);
  return tracks.find((track) => track.workflow === workflow)?.id ?? '';
}

async function askForShelter(parts: Play): Promise<Shelter> {
  const { cast, say, caseId } = parts;
  const stay = await trackOf(parts, 'shelter');
  say.chapter('转介庇护 · A referral that is accepted');
  const offer = await offerTo(cast, caseId, {
    kind: 'referral',
    toAgency: cast.shelter1.agency,
    purpose: SHELTER.purpose,
    trackId: stay,
  });
  say.line('个案管理员 manager1', `向庇护所转介，须在 ${shown(offer.expiresAt)} 前答复；个案仍由妇联负责`);
  await arrival(cast.shelter1, offer.id);
  say.line('庇护所 shelter1', '收件箱里有一份转介（只有编号，没有姓名）');
  const accepted = await cast.shelter1.post<Handoff & { trackId: string }>(
    `/handoffs/${offer.id}/accept`,
    {},
  );
  say.line('庇护所 shelter1', `接受，状态 ${accepted.status}`);
  const { now } = await cast.operator1.get<{ now: string }>('/demo/clock');
  await cast.shelter1.send(stay, 'stay.admitted', { ...SHELTER.admission, admittedAt: now });
  say.line('庇护所 shelter1', '入站：只有代号，地址不在系统里');
  return { stay, referral: accepted.trackId };
}

type Shelter = { readonly stay: string; readonly referral: string };

/** She leaves when she says so, and somebody asks after her twice. */
async function leaveShelter({ cast, say }: Play, { stay, referral }: Shelter): Promise<void> {
  const { shelter1 } = cast;
  await shelter1.send(stay, 'leave.requested', SHELTER.leaving);
  const { now } = await cast.operator1.get<{ now: string }>('/demo/clock');
  await shelter1.send(stay, 'stay.ended', { leftAt: now, minors: 'none' });
  say.line('庇护所 shelter1', '本人书面申请离站，搬进自己的新住处');
  await shelter1.send(stay, 'visit.made', SHELTER.visit);
  const { titles } = await shelter1.send(stay, 'visit.made', SHELTER.visit);
  say.line('庇护所 shelter1', `离站后回访两次：${titles.map(({ zh }) => zh).join(' · ')}`);
  await shelter1.send(referral, 'result.written', { text: SHELTER.result });
  say.line('庇护所 shelter1', '书面反馈办理结果');
}

async function findALawyer(parts: Play): Promise<string> {
  const { cast, say, caseId } = parts;
  const id = await trackOf(parts, 'consultation');
  say.chapter('找律师 · A conflict check before any detail');
  await cast.manager1.send(id, 'lawyer.assigned', { lawyer: cast.lawyer1.id });
  say.line('个案管理员 manager1', `请 ${cast.lawyer1.name} 做利益冲突审查`);
  const asked = await cast.lawyer1.getTrack(id);
  say.detail(`律师此时只看到：${Object.values(asked.revealed).join('、')}`);
  say.detail(`律师查个案：${await refusalOf(() => cast.lawyer1.get(`/cases/${caseId}`))}`);
  await cast.lawyer1.send(id, 'conflict.found', { kind: 'acted_for_respondent' });
  say.line('律师 lawyer1', '曾代理过对方，回避');
  await cast.manager1.send(id, 'lawyer.assigned', { lawyer: cast.lawyer2.id });
  await cast.lawyer2.send(id, 'conflict.cleared');
  await cast.lawyer2.send(id, 'offer.accepted');
  say.line('律师 lawyer2', '无利益冲突，接受咨询，现在能看到个案');
  return id;
}

/** Nobody answers: the offer comes back by itself, and both sides hear of it. */
async function letAnOfferExpire(parts: Play): Promise<void> {
  const { cast, say, caseId } = parts;
  say.chapter('无人答复的移交 · An offer that nobody answers');
  const offer = await offerTo(cast, caseId, {
    kind: 'notice',
    toAgency: cast.police1.agency,
    purpose: '通报高危家庭暴力个案，请纳入重点关注',
  });
  await arrival(cast.police1, offer.id);
  say.line('个案管理员 manager1', `通报公安机关，须在 ${shown(offer.expiresAt)} 前答复`);
  await advance(parts, await timePast(parts, offer.expiresAt), '没有人答复，答复期满');
  const { items } = await cast.manager1.get<List<Handoff>>('/handoffs?box=out&status=expired');
  const back = items.find((item) => item.id === offer.id);
  say.line('系统', `移交 ${back?.status ?? '仍未到期'}，个案仍由原单位负责，双方和督导均已收到提醒`);
  const ladder = await trackOf(parts, 'supervision');
  say.detail(`同时开启督促监督：${titlesOf(await cast.manager1.getTrack(ladder))}`);
  const { titles } = await cast.manager1.send(ladder, 'duty.performed', {});
  say.line(
    '个案管理员 manager1',
    `派出所所长来电，已纳入重点关注 → ${titles.map(({ zh }) => zh).join(' · ')}`,
  );
}

async function adviseHer(parts: Play, consultation: string): Promise<void> {
  const { cast, say } = parts;
  say.chapter('法律咨询 · Advice, a document, the end of the consultation');
  const steps: [string, object][] = [
    ['session.held', { minutes: 55, channel: 'in_person', notes: LAWYER.notes }],
    ['advice.given', { memo: LAWYER.memo }],
    ['draft.made', { document: 'protection_order_application', text: LAWYER.application }],
    ['draft.confirmed', {}],
    ['document.filed', {}],
    ['consultation.closed', { clientTold: true }],
  ];
  await advance(parts, 'PT30H', '第二天上午');
  for (const [type, payload] of steps) {
    const track = await cast.lawyer2.send(consultation, type, payload);
    say.line('律师 lawyer2', `${type} → ${titlesOf(track)}`);
  }
}

async function closeAndFollowUp(parts: Play): Promise<void> {
  const { cast, say, intake } = parts;
  say.chapter('结案与回访 · Closed, and still watched');
  await reviewIfDue(parts);
  const ground = { ground: 'referral_answered', writtenReply: true, satisfied: true, planClear: true };
  await record(parts, 'manager1', 'plan.completed', ground);
  // High risk is followed up nine times in six months; more rounds than twelve would be a loop.
  for (let round = 1; round <= 12; round += 1) {
    const track = await cast.operator1.getTrack(intake);
    const next = track.deadlines.find((deadline) => deadline.outcome === 'open');
    if (!track.state.includes('closed.followUp') || next === undefined) return;
    await advance(parts, await timeUntil(parts, next, 12), `第 ${round} 次回访，最迟 ${next.safeDue}`);
    await record(parts, 'operator1', 'followup.passed', { spokenAlone: true });
  }
}

/** While the weeks went by, the risk had to be looked at again; now she is safe. */
async function reviewIfDue(parts: Play): Promise<void> {
  const { cast, intake } = parts;
  const track = await cast.operator1.getTrack(intake);
  if (!track.state.includes('open.work.assessing')) return;
  parts.say.line('系统', '高危个案须每 72 小时复评：回到评估');
  await record(parts, 'operator1', 'risk.scored', { answers: ANSWERS });
  await record(parts, 'operator1', 'police.informed');
  await record(parts, 'operator1', 'federation.informed');
  const services = [{ service: 'counselling', consent: true }];
  await record(parts, 'manager1', 'plan.agreed', {
    services,
    declined: ['protection-order', 'shelter'],
    officer: cast.manager1.id,
  });
}

/** Which clocks ran on the case, and who was told what, how often. */
async function sumUp({ cast, say, caseId }: Play): Promise<void> {
  say.chapter('期限 · The clocks that ran');
  const { tracks } = await cast.manager1.get<Case>(`/cases/${caseId}`);
  for (const { id } of tracks) {
    const track = await cast.manager1.getTrack(id);
    for (const deadline of track.deadlines) {
      say.detail(
        `${deadline.rule} ${deadline.title.zh}（${deadline.article}）最迟 ${deadline.legalDue}：${deadline.outcome}`,
      );
    }
  }
  say.chapter('提醒 · Who was told what');
  for (const [name, login] of Object.entries(cast)) {
    const { items } = await login.get<List<{ kind: string; caseId: string }>>('/notifications?limit=200');
    const own = items.filter((item) => item.caseId === caseId).map((item) => item.kind);
    const counts = [...new Set(own)].map(
      (kind) => `${kind} ×${own.filter((other) => other === kind).length}`,
    );
    say.detail(`${name}: ${counts.join('，') || '—'}`);
  }
  const { items } = await cast.manager1.get<List<unknown>>(`/cases/${caseId}/timeline?limit=200`);
  say.detail(`个案日志共 ${items.length} 条，每一条都已落盘并链接在前一条之后`);
}
