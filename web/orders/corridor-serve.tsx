import { Choice } from '#web/parts/choice.tsx';
import { useSay } from '#web/words/language.ts';
import { useAct } from './act-button.tsx';
import { addresseesOf, type OrderAtHand } from './order-track.ts';
import { ServeForm } from './receipts.tsx';

const WORDS = {
  whom: { zh: '送达给谁', en: 'Served on' },
  all: { zh: '已全部送达。', en: 'Everybody has been served.' },
};

/** Whom, and then as on the large page. */
export function CorridorServe({ onClose, ...atHand }: OrderAtHand & { readonly onClose: () => void }) {
  const say = useSay();
  const { open, show } = useAct();
  // What is being typed stays, also when somebody else was quicker.
  const left = addresseesOf(atHand).filter(({ servedAt, id }) => servedAt === null || open === `serve.${id}`);
  if (left.length === 0) return <p>{say(WORDS.all)}</p>;
  const chosen = left.find(({ id }) => open === `serve.${id}`) ?? (left.length === 1 ? left[0] : undefined);
  return (
    <div className="corridor-serve">
      <Choice
        label={WORDS.whom}
        options={left.map(({ id, title }) => ({ code: id, words: title }))}
        value={chosen?.id ?? null}
        onChoose={(id) => show(id === null ? 'serve' : `serve.${id}`)}
        isRequired
      />
      {chosen !== undefined && <ServeForm key={chosen.id} addressee={chosen} {...atHand} onClose={onClose} />}
    </div>
  );
}
