import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { CallList } from './call-list.tsx';
import { nextCall } from './next-call.ts';
import { OpenCall } from './open-call.tsx';
import { OutcomeTrouble } from './outcome-trouble.tsx';
import { type Call, useCalls } from './read-calls.ts';
import { RecordedNotice } from './recorded-notice.tsx';
import { useArrowKeys } from './use-list-keys.ts';
import { type OutcomeCommand, type Pressed, useOutcome } from './use-outcome.ts';
import './callbacks.css';

const WORDS = {
  title: { zh: '回访名单', en: 'Call-backs' },
  count: { zh: '{} 人等电话，其中 {} 人现在可以打', en: '{} wait for a call, {} may be called now' },
  more: { zh: '再看后面的', en: 'Show more' },
  none: {
    zh: '没有人在等电话。约定回拨、未接通、到期的复评和回访会出现在这里。',
    en: 'Nobody waits for a call. Promised calls, tries without an answer, and reviews and follow-ups that are due come here.',
  },
  gone: {
    zh: '这个人已不在名单上：同事可能刚打过，或者个案有了变化。没有记录任何结果。',
    en: 'She is no longer on the list: a colleague may have called, or the case has changed. Nothing was recorded.',
  },
  close: { zh: '知道了', en: 'All right' },
  keys: {
    zh: '↑↓ 选人 · Enter 打开 · 1 2 3 记结果 · Esc 合上',
    en: '↑↓ choose · Enter open · 1 2 3 record the outcome · Esc close',
  },
};

/** Who waits for a call: the most dangerous first, the open one beside the list. */
export function CallbacksPage() {
  const say = useSay();
  const query = useCalls();
  const [address, setAddress] = useSearchParams();
  const openId = address.get('call');
  const [done, setDone] = useState<Pressed | null>(null);
  const command = useOutcome((pressed) => {
    setDone(pressed);
    setAddress({}, { replace: true });
  });
  useArrowKeys();
  const open = (trackId: string): void => {
    setDone(null);
    if (command.unsure === null) command.forget();
    setAddress({ call: trackId });
  };
  const close = useCallback((): void => {
    setAddress({});
    if (openId !== null) focusRow(openId);
  }, [openId, setAddress]);
  return (
    <Page title={WORDS.title} isWide actions={<span className="call-keys">{say(WORDS.keys)}</span>}>
      {done !== null && <RecordedNotice key={`${done.call.trackId} ${done.call.version}`} pressed={done} />}
      <Failed command={command} />
      <QueryState query={query}>
        {(calls) => (
          <>
            <NextRow calls={calls} done={done} />
            {calls.length > 0 && <p className="call-quiet">{say(countWords(calls))}</p>}
            <div className="callbacks" data-open={openId !== null || undefined}>
              <div className="callbacks-list">
                <CallList calls={calls} openId={openId} onOpen={open} />
                {calls.length === 0 && <EmptyState words={WORDS.none} />}
                {query.hasNextPage && (
                  <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {say(WORDS.more)}
                  </Button>
                )}
              </div>
              {openId !== null && <Opened calls={calls} openId={openId} onClose={close} command={command} />}
            </div>
          </>
        )}
      </QueryState>
    </Page>
  );
}

function Failed({ command }: { readonly command: OutcomeCommand }) {
  const { error, pressed, unsure, press } = command;
  if (pressed === null || (error === null && unsure === null)) return null;
  return (
    <OutcomeTrouble
      error={error}
      pressed={pressed}
      isUnsure={unsure !== null}
      onAgain={() => press(pressed)}
    />
  );
}

type OpenedProps = {
  readonly calls: readonly Call[];
  readonly openId: string;
  readonly onClose: () => void;
  readonly command: OutcomeCommand;
};

function Opened({ calls, openId, onClose, command }: OpenedProps) {
  const say = useSay();
  const listed = calls.find(({ trackId }) => trackId === openId);
  // Who leaves the list while she is being called stays on the screen, as she stood there.
  const [last, setLast] = useState(listed);
  if (listed !== undefined && listed !== last) setLast(listed);
  const call = listed ?? (last?.trackId === openId ? last : undefined);
  return (
    <div className="callbacks-open">
      {listed === undefined && (
        <Notice kind="warning">
          <p>{say(WORDS.gone)}</p>
          <Button onClick={onClose}>{say(WORDS.close)}</Button>
        </Notice>
      )}
      {call !== undefined && <OpenCall key={openId} call={call} onClose={onClose} command={command} />}
    </div>
  );
}

/** After an outcome the next one who may be called is at hand. */
function NextRow({ calls, done }: { readonly calls: readonly Call[]; readonly done: Pressed | null }) {
  useEffect(() => {
    if (done === null || done.outcome.kind === 'reached' || done.outcome.kind === 'unsafe') return;
    const next = nextCall(calls, done.call.trackId);
    if (next !== null) focusRow(next.trackId);
    // Once for each outcome, not for each time the list is read.
  }, [done]);
  return null;
}

function focusRow(trackId: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-call="${trackId}"]`)?.focus());
}

function countWords(calls: readonly Call[]) {
  return about(WORDS.count, calls.length, calls.filter(({ callableNow }) => callableNow === 'yes').length);
}
