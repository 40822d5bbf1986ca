import { answerOf, api } from '#web/api/client.ts';
import { useUser } from '#web/api/session.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Button } from '#web/parts/button.tsx';
import { Chip } from '#web/parts/chip.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { Handover } from './read-shift.ts';

const WORDS = {
  waits: {
    zh: '{} 于 {} 交班，共 {} 项，等人接班',
    en: '{} handed over at {}, {} items; nobody has taken it yet',
  },
  forYou: { zh: '交给您', en: 'to you' },
  forSomebody: { zh: '交给{}', en: 'to {}' },
  take: { zh: '接班', en: 'Take over' },
  own: { zh: '您交的班还没有人接。', en: 'Nobody has taken the shift you handed over.' },
  late: { zh: '超过半小时无人接班', en: 'nobody for over half an hour' },
  taken: {
    zh: '{} 于 {} 接班（{} 于 {} 交出，共 {} 项）',
    en: '{} took over at {} ({} handed over at {}, {} items)',
  },
  none: { zh: '还没有交接过班。', en: 'No shift was handed over yet.' },
};

/** The last shift that was handed over: one press takes it, whoever of the desk comes. */
export function TakeOver({ last }: { readonly last: Handover | undefined }) {
  const say = useSay();
  const user = useUser();
  const { send, isSending, error } = useCommand((id: string, key: string) =>
    answerOf(
      api.POST('/api/shift/handovers/{id}/acknowledge', {
        params: { path: { id }, header: { 'idempotency-key': key } },
      }),
    ),
  );
  if (last === undefined) return <p className="shift-quiet">{say(WORDS.none)}</p>;
  const { from, to, handedAt, itemCount, acknowledgedAt, acknowledgedBy, isLate } = last;
  if (acknowledgedAt !== null) {
    const by = acknowledgedBy?.name ?? '';
    const words = about(
      WORDS.taken,
      by,
      shortText(acknowledgedAt),
      from.name,
      shortText(handedAt),
      itemCount,
    );
    return <Notice kind="good">{say(words)}</Notice>;
  }
  const isOwn = from.id === user.id;
  return (
    <Notice kind={isLate ? 'warning' : 'info'}>
      <div className="take-over">
        <p>
          {say(about(WORDS.waits, from.name, shortText(handedAt), itemCount))}{' '}
          {to !== null && (
            <Chip tone="info">
              {say(to.id === user.id ? WORDS.forYou : about(WORDS.forSomebody, to.name))}
            </Chip>
          )}{' '}
          {isLate && <Chip tone="danger">{say(WORDS.late)}</Chip>}
        </p>
        {isOwn ? (
          <p className="shift-quiet">{say(WORDS.own)}</p>
        ) : (
          <Button look="primary" isBusy={isSending} onClick={() => send(last.id)}>
            {say(WORDS.take)}
          </Button>
        )}
      </div>
      {error !== null && <Trouble error={error} onRetry={() => send(last.id)} />}
    </Notice>
  );
}
