import { useEffect, useRef, useState } from 'react';
import type { DraftToSave } from '#web/api/draft-saver.ts';
import { CallBackAdvice } from './call-back-advice.tsx';
import { CallCard } from './call-card.tsx';
import type { CallCodes } from './call-codes.ts';
import { type CallForm, isInDanger, missingOf, type RequiredField } from './call-form.ts';
import { CallerFields } from './caller-fields.tsx';
import { KnownPanel } from './known-panel.tsx';
import { isLeftOver } from './left-over.ts';
import { OpenDrafts } from './open-drafts.tsx';
import { Outcome } from './outcome.tsx';
import { RedLines } from './red-lines.tsx';
import { RiskScale } from './risk-scale.tsx';
import { SafeContactChip } from './safe-contact.tsx';
import { SaveMark, SaveTrouble } from './save-mark.tsx';
import { ScriptPanel } from './script-panel.tsx';
import { goToField, goToFirstStop } from './stops.ts';
import { useCallForm } from './use-call-form.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useOpening } from './use-opening.ts';
import './call.css';

type CallScreenProps = {
  readonly draft: DraftToSave;
  readonly initial: CallForm;
  readonly codes: CallCodes;
  /** The draft is on the server: from now on its address finds it again. */
  readonly onKept: () => void;
  readonly onNextCall: () => void;
};

/** One call on one screen: the call itself, what is asked, and what is known. */
export function CallScreen({ draft, initial, codes, onKept, onNextCall }: CallScreenProps) {
  const call = useCallForm(draft, initial);
  const { form, change, saver, state } = call;
  const acts = useCallActs(call, codes);
  const isKept = state.kind === 'saved';
  useEffect(goToFirstStop, []);
  useEffect(() => {
    if (isKept) onKept();
  }, [isKept, onKept]);
  const finish = (): void => {
    const done = isLeftOver(form) ? saver.saveNow() : saver.remove();
    // A draft that could not be removed is still in the list; nobody waits for that.
    void done.then(onNextCall, onNextCall);
  };
  return (
    <div className="call">
      <div className="call-left">
        <CallCard
          {...{ form, isWorking: acts.isWorking, onOpen: acts.goOn, onDrop: acts.drop }}
          mark={<SaveMark state={state} />}
          corner={<SafeContactChip contact={form.contact} ref={acts.chip} onChange={acts.setContact} />}
        >
          <SaveTrouble state={state} saver={saver} />
          {form.droppedMs !== null && <CallBackAdvice form={form} />}
        </CallCard>
        <OpenDrafts without={draft.id} />
      </div>
      <div className="call-middle">
        <Outcome
          {...{ form, track: acts.track, isWorking: acts.isWorking, error: acts.error, onChange: change }}
          {...{ onGoOn: acts.goOn, onRecord: (type: string) => void acts.record(type), onNextCall: finish }}
        />
        <RedLines form={form} onChange={change} onUrgent={acts.beginEmergency} />
        <CallerFields form={form} codes={codes} missing={acts.missing} onChange={change} />
        <RiskScale form={form} items={codes.items} onChange={change} />
      </div>
      <div className="call-right">
        <KnownPanel phone={form.phone} ownCase={form.opened?.caseId ?? null} />
        <ScriptPanel form={form} />
      </div>
    </div>
  );
}

/** What can be done in a call, by button or key. */
function useCallActs(call: ReturnType<typeof useCallForm>, codes: CallCodes) {
  const { form, formNow, change, saver, nowMs } = call;
  const [isTried, setIsTried] = useState(false);
  const chip = useRef<HTMLDetailsElement>(null);
  const opening = useOpening({ formNow, change, saveNow: () => saver.saveNow(), groups: codes.groups });
  const goOn = (): void => {
    setIsTried(true);
    const [first] = form.opened === null ? missingOf(formNow()) : [];
    if (first === undefined) void opening.goOn();
    else goToField(first);
  };
  const beginEmergency = (): void => {
    change((now) => ({ ...now, isUrgent: true }));
    goOn();
  };
  const drop = (): void => {
    if (form.droppedMs !== null) return;
    change((now) => ({ ...now, droppedMs: nowMs }));
    void saver.saveNow();
  };
  useUrgentOpening(form, opening);
  useCallKeys({
    F2: () => isInDanger(form) && !form.isUrgent && beginEmergency(),
    F4: goOn,
    F8: drop,
    F9: () => toggleChip(chip.current),
  });
  const missing: readonly RequiredField[] = isTried && form.opened === null ? missingOf(form) : [];
  const setContact = (part: Partial<CallForm['contact']>): void =>
    change((now) => ({ ...now, contact: { ...now.contact, ...part } }));
  return { ...opening, goOn, beginEmergency, drop, chip, missing, setContact };
}

/** An emergency waits for the required fields and for nothing else; a call that was loaded again shows where it stands. */
function useUrgentOpening(
  form: CallForm,
  { goOn, look, isWorking, error, track }: ReturnType<typeof useOpening>,
) {
  const isDue = form.isUrgent && missingOf(form).length === 0 && !form.recorded.includes('danger.declared');
  const isUnseen = form.opened !== null && track === null;
  useEffect(() => {
    if (isWorking || error !== null) return;
    if (isDue) void goOn();
    else if (isUnseen) void look();
  });
}

function toggleChip(chip: HTMLDetailsElement | null): void {
  if (chip === null) return;
  chip.open = !chip.open;
  const target = chip.open ? chip.querySelector<HTMLElement>('input') : chip.querySelector('summary');
  target?.focus();
}
