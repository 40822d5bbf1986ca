import { useSearchParams } from 'react-router';
import { useNowMs } from '#web/api/clock.ts';
import { Choice } from '#web/parts/choice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { HandoverHistory } from './handover-history.tsx';
import { OwnDrafts } from './own-drafts.tsx';
import { untilOf, useHandovers, useShift } from './read-shift.ts';
import { ShiftList } from './shift-list.tsx';
import { TakeOver } from './take-over.tsx';
import './shift.css';

const WORDS = {
  title: { zh: '交接班', en: 'Shift' },
  next: { zh: '下一班有多长', en: 'How long is the next shift?' },
};

const LENGTHS = [
  { code: '8', words: { zh: '8 小时', en: '8 hours' } },
  { code: '12', words: { zh: '12 小时', en: '12 hours' } },
  { code: '24', words: { zh: '24 小时', en: '24 hours' } },
] as const;
const USUAL_HOURS = '12';

/** The end of a shift and the beginning of the next: take over in one press, look through what is open, hand over in one. */
export function ShiftPage() {
  const nowMs = useNowMs();
  const [address, setAddress] = useSearchParams();
  const length = LENGTHS.find(({ code }) => code === address.get('hours'))?.code ?? USUAL_HOURS;
  const shift = useShift(nowMs, Number(length));
  const handovers = useHandovers();
  return (
    <Page title={WORDS.title} isWide>
      <QueryState query={handovers}>{({ items }) => <TakeOver last={items[0]} />}</QueryState>
      <OwnDrafts />
      <div className="shift">
        <div className="shift-lists">
          <QueryState query={shift}>{(items) => <ShiftList items={items} />}</QueryState>
        </div>
        <div className="shift-side">
          <Choice
            label={WORDS.next}
            options={LENGTHS}
            value={length}
            isRequired
            onChoose={(code) => setAddress(code === null ? {} : { hours: code }, { replace: true })}
          />
          {nowMs !== null && (
            <HandOverForm itemCount={shift.data?.length ?? 0} until={untilOf(nowMs, Number(length))} />
          )}
          <QueryState query={handovers}>{({ items }) => <HandoverHistory handovers={items} />}</QueryState>
        </div>
      </div>
    </Page>
  );
}
