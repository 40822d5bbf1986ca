import { useQuery } from '@tanstack/react-query';
import { workflowQuery } from '#web/api/case.ts';
import { readSchema, type Schema } from '#web/forms/read-schema.ts';
import { Button } from '#web/parts/button.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  why: { zh: '退回的理由（点一项就退回）', en: 'Why? One press declines' },
  cancel: { zh: '不退回', en: 'Do not decline' },
};

type DeclineFormProps = {
  readonly isBusy: boolean;
  readonly onDecline: (reason: string) => void;
  readonly onCancel: () => void;
};

/** The reasons a handoff may be declined for, as the workflow has them; one press is the answer. */
export function DeclineForm({ isBusy, onDecline, onCancel }: DeclineFormProps) {
  const say = useSay();
  const query = useQuery(workflowQuery('referral'));
  return (
    <QueryState query={query}>
      {({ events }) => {
        const declined = events.find(({ type }) => type === 'handoff.declined');
        const fields = readSchema((declined?.payloadSchema ?? {}) as Schema);
        const reason = fields.find(({ key }) => key === 'reason');
        return (
          <fieldset className="decline">
            <legend>{say(WORDS.why)}</legend>
            {reason?.kind === 'choice' &&
              reason.options.map(({ code, words }) => (
                <Button key={code} isBusy={isBusy} onClick={() => onDecline(code)}>
                  {say(words)}
                </Button>
              ))}
            <Button look="quiet" onClick={onCancel}>
              {say(WORDS.cancel)}
            </Button>
          </fieldset>
        );
      }}
    </QueryState>
  );
}
