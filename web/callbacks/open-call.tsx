import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { CallCard } from './call-card.tsx';
import { type Weight, weightOf } from './next-call.ts';
import { OutcomeKeys } from './outcome-keys.tsx';
import type { Call, Outcome } from './read-calls.ts';
import { useCallKeys } from './use-list-keys.ts';
import type { OutcomeCommand } from './use-outcome.ts';

type OpenCallProps = {
  readonly call: Call;
  readonly onClose: () => void;
  readonly command: OutcomeCommand;
};

type Asked = {
  readonly outcome: Outcome;
  readonly weight: Exclude<Weight, 'light'>;
  readonly version: number;
};

/** The call that is being made: one key records what came of it, two where that cannot be taken back. */
export function OpenCall({ call, onClose, command }: OpenCallProps) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { press, unsure, isSending } = command;
  const onDigit = useCallback(
    (key: string): void => {
      const outcome = call.outcomes.find((one) => one.key === key);
      if (outcome === undefined || isSending) return;
      // Until it is known whether the last one was recorded, no other can be.
      if (unsure !== null) return press(unsure);
      if (outcome.takesForm) return void navigate(`/cases/${call.caseId}/tracks/${call.trackId}`);
      const weight = weightOf(call, outcome);
      const isAsked = asked?.outcome.key === key && asked.version === call.version;
      if (weight !== 'light' && !isAsked) return setAsked({ outcome, weight, version: call.version });
      setAsked(null);
      press({ call, outcome });
    },
    [asked, call, isSending, navigate, press, unsure],
  );
  const onEscape = useCallback(() => (asked === null ? onClose() : setAsked(null)), [asked, onClose]);
  useCallKeys({ onDigit, onEscape });
  return (
    <CallCard call={call} onClose={onClose}>
      <OutcomeKeys
        outcomes={call.outcomes}
        asked={asked?.version === call.version ? asked : null}
        isBusy={isSending || unsure !== null}
        onPress={onDigit}
        onCancel={() => setAsked(null)}
      />
    </CallCard>
  );
}
