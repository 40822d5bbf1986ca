import { Link, useParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { useAct } from './act-button.tsx';
import { useOrder } from './board-query.ts';
import { CorridorServe } from './corridor-serve.tsx';
import { OrderHead } from './order-head.tsx';
import { WithTrack } from './with-track.tsx';
import { eventOf, type OrderAtHand } from './order-track.ts';
import { ViolationForm } from './violation-form.tsx';
import { VisitForm } from './visit-form.tsx';
import './corridor-page.css';

const WORDS = {
  title: { zh: '走廊模式', en: 'Corridor' },
  others: { zh: '换一件', en: 'Another' },
  acts: { zh: '三项操作', en: 'Three acts' },
  serve: { zh: '送达', en: 'Served' },
  visit: { zh: '回访', en: 'Visit' },
  violation: { zh: '违反', en: 'Breach' },
  done: { zh: '已保存。', en: 'Saved.' },
};

const ACTS = [
  { act: 'serve', words: WORDS.serve, type: 'document.served', look: 'plain' },
  { act: 'visit', words: WORDS.visit, type: 'visit.made', look: 'plain' },
  { act: 'violation', words: WORDS.violation, type: 'violation.reported', look: 'danger' },
] as const;

/** One order on the phone: three acts at the lower edge, one of them open at a time. */
export function CorridorOrderPage() {
  const say = useSay();
  const { trackId = '' } = useParams();
  const order = useOrder(trackId);
  return (
    <Page
      title={WORDS.title}
      actions={
        <Link className="button" to="/orders/corridor">
          {say(WORDS.others)}
        </Link>
      }
    >
      <QueryState query={order}>
        {(read) => (
          <WithTrack order={read}>
            {(atHand) => (
              <>
                <OrderHead order={atHand.order} />
                <OpenAct {...atHand} />
                <Acts {...atHand} />
              </>
            )}
          </WithTrack>
        )}
      </QueryState>
    </Page>
  );
}

function OpenAct(atHand: OrderAtHand) {
  const say = useSay();
  const { open, show } = useAct();
  const done = (): void => show('done');
  if (open === 'done') return <Notice kind="good">{say(WORDS.done)}</Notice>;
  if (open === 'visit')
    return (
      <Sheet>
        <VisitForm {...atHand} onClose={done} />
      </Sheet>
    );
  if (open === 'violation')
    return (
      <Sheet>
        <ViolationForm {...atHand} onClose={done} />
      </Sheet>
    );
  if (open?.startsWith('serve') === true)
    return (
      <Sheet>
        <CorridorServe {...atHand} onClose={done} />
      </Sheet>
    );
  return null;
}

function Sheet({ children }: { readonly children: React.ReactNode }) {
  return <section className="card corridor-sheet">{children}</section>;
}

function Acts({ track }: OrderAtHand) {
  const say = useSay();
  const { open, show } = useAct();
  return (
    <nav className="corridor-acts" aria-label={say(WORDS.acts)}>
      {ACTS.map(({ act, words, type, look }) => (
        <Button
          key={act}
          look={look}
          aria-pressed={open?.startsWith(act) === true}
          disabled={eventOf(track, type)?.allowed !== true}
          onClick={() => show(act)}
        >
          {say(words)}
        </Button>
      ))}
    </nav>
  );
}
