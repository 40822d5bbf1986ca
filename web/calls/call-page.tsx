import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answerWithTag, api } from '#web/api/client.ts';
import { drawKey } from '#web/api/draw-key.ts';
import { isRefusal } from '#web/api/problem.ts';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { type CallCodes, useCallCodes } from './call-codes.ts';
import { callOf, EMPTY_CALL } from './call-form.ts';
import { CallScreen } from './call-screen.tsx';

const WORDS = {
  title: { zh: '接电话', en: 'Take a call' },
  gone: {
    zh: '没有这份来电草稿：已经办完、已删除，或者超过了 24 小时。',
    en: 'There is no such draft: it was finished, removed, or is older than 24 hours.',
  },
  next: { zh: '接新的电话', en: 'Take a new call' },
};

const KIND = 'call';

/** A call: a new one at `/call`, at the address of its draft as soon as that is kept. */
export function CallPage() {
  const { draftId } = useParams();
  const [fresh, setFresh] = useState(drawKey);
  const navigate = useNavigate();
  const codes = useCallCodes();
  const id = draftId ?? fresh;
  const keep = useCallback(() => {
    if (draftId === undefined) void navigate(`/call/${id}`, { replace: true });
  }, [draftId, id, navigate]);
  const goToNext = (): void => {
    setFresh(drawKey());
    void navigate('/call');
  };
  return (
    <Page title={WORDS.title} isWide>
      <QueryState query={codes}>
        {(known) => (
          <Call key={id} {...{ id, isNew: id === fresh, codes: known, onKept: keep, onNextCall: goToNext }} />
        )}
      </QueryState>
    </Page>
  );
}

type CallProps = {
  readonly id: string;
  readonly isNew: boolean;
  readonly codes: CallCodes;
  readonly onKept: () => void;
  readonly onNextCall: () => void;
};

function Call({ id, isNew: isNewNow, ...rest }: CallProps) {
  const say = useSay();
  const [isNew] = useState(isNewNow);
  const query = useDraft(id, !isNew);
  if (isNew) return <CallScreen {...rest} draft={{ id, kind: KIND, read: null }} initial={EMPTY_CALL} />;
  if (isRefusal(query.error, 'not_found') && query.data === undefined) {
    return (
      <EmptyState words={WORDS.gone}>
        <Link to="/call">{say(WORDS.next)}</Link>
      </EmptyState>
    );
  }
  return (
    <QueryState query={query}>
      {({ answer, etag }) => (
        <CallScreen
          {...rest}
          draft={{ id, kind: KIND, read: { etag, savedAt: answer.savedAt } }}
          initial={callOf(answer.content)}
        />
      )}
    </QueryState>
  );
}

/** A draft is read once: from then on the screen has the newer words. */
function useDraft(id: string, isWanted: boolean) {
  const [isRead, setIsRead] = useState(false);
  return useQuery({
    queryKey: ['/api/drafts/{id}', id],
    enabled: isWanted && !isRead,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const draft = await answerWithTag(api.GET('/api/drafts/{id}', { params: { path: { id } } }));
      setIsRead(true);
      return draft;
    },
  });
}
