import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import type { CallForm } from './call-form.ts';
import { LeftNotice } from './left-notice.tsx';
import { leftOvers } from './left-over.ts';
import { isAllowed } from './next-event.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import type { Track } from './use-opening.ts';

const WORDS = {
  opened: { zh: '已建案 {}', en: 'Case {} is open' },
  now: { zh: '现在：', en: 'Now: ' },
  toCase: { zh: '打开个案', en: 'Open the case' },
  rest: {
    zh: '登记表里这次没有说到的项目，注明“本人不愿提供”，完成登记',
    en: 'Mark what was not said as “does not wish to give it”, and complete the registration',
  },
  restHelp: {
    zh: '登记完成后，量表答案随即提交。以后问到了，可在个案里补充。',
    en: 'With the registration done, the risk scale is recorded at once. What she says later is added in the case.',
  },
  goOn: { zh: '提交登记和量表', en: 'Record registration and scale' },
  next: { zh: '结束，接下一个电话', en: 'Done, next call' },
};

/** What somebody does in an emergency, in this order. */
const EMERGENCY_ACTS = ['police.informed', 'federation.informed', 'police.arrived'];

type OutcomeProps = {
  readonly form: CallForm;
  readonly track: Track | null;
  readonly isWorking: boolean;
  readonly error: unknown;
  readonly onChange: (change: (form: CallForm) => CallForm) => void;
  readonly onGoOn: () => void;
  readonly onRecord: (type: string) => void;
  readonly onNextCall: () => void;
};

/** What has become of the call: its case, what was recorded, and what is still to do. */
export function Outcome(props: OutcomeProps) {
  const { form, track, isWorking, error, onGoOn, onNextCall } = props;
  const say = useSay();
  const { opened } = form;
  const place = useRef<HTMLElement>(null);
  const caseId = opened?.caseId;
  useEffect(() => {
    if (caseId !== undefined) place.current?.focus();
  }, [caseId]);
  if (opened === null) return error === null ? null : <Trouble error={error} onRetry={onGoOn} />;
  return (
    <section className="card call-part outcome" aria-live="polite" ref={place} tabIndex={-1}>
      <Notice kind="good">
        <strong>{say(about(WORDS.opened, opened.number))}</strong>{' '}
        <Link to={`/cases/${opened.caseId}`}>{say(WORDS.toCase)}</Link>
        {track !== null && (
          <p>
            {say(WORDS.now)}
            {tellingTitles(track)
              .map((title) => say(title))
              .join('；')}
          </p>
        )}
      </Notice>
      {error !== null && <Trouble error={error} onRetry={onGoOn} />}
      {isWorking && <Waiting />}
      {track !== null && <NextSteps {...props} track={track} />}
      <LeftNotice {...{ form, track, isWorking, onGoOn }} />
      <p className="call-buttons">
        <Button
          {...(leftOvers(form).length === 0 && { look: 'primary' as const })}
          isBusy={isWorking}
          onClick={onNextCall}
        >
          {say(WORDS.next)}
        </Button>
      </p>
    </section>
  );
}

function NextSteps({
  form,
  track,
  isWorking,
  onChange,
  onGoOn,
  onRecord,
}: OutcomeProps & { readonly track: Track }) {
  const say = useSay();
  const acts = EMERGENCY_ACTS.flatMap((type) =>
    track.events.filter((one) => one.type === type && one.allowed),
  );
  const canRegister = isAllowed(track, 'caller.registered');
  return (
    <>
      {acts.length > 0 && (
        <p className="call-buttons">
          {acts.map(({ type, title }) => (
            <Button key={type} isBusy={isWorking} onClick={() => onRecord(type)}>
              {say(title)}
            </Button>
          ))}
        </p>
      )}
      {canRegister && (
        <div className="outcome-registration">
          <label className="outcome-check">
            <input
              type="checkbox"
              checked={form.isRestRefused}
              onChange={(event) => {
                const { checked } = event.target;
                onChange((now) => ({ ...now, isRestRefused: checked }));
              }}
            />
            <span>{say(WORDS.rest)}</span>
          </label>
          <p className="call-hint">{say(WORDS.restHelp)}</p>
          <Button
            look="primary"
            hotkey="F4"
            isBusy={isWorking}
            disabled={!form.isRestRefused}
            onClick={onGoOn}
          >
            {say(WORDS.goOn)}
          </Button>
        </div>
      )}
    </>
  );
}
