import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import { CallMark } from '#web/parts/call-mark.tsx';
import { useSay } from '#web/words/language.ts';

const TITLE = { zh: '能否联系她', en: 'May she be contacted?' };
// The answer changes with the clock: her hours begin and end.
const READ_AGAIN_MS = 60_000;

/** Whether she may be called now, in the same corner of every case and above everything that scrolls. */
export function ContactCorner({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['/api/cases/{id}/contact', caseId],
    queryFn: () => answerOf(api.GET('/api/cases/{id}/contact', { params: { path: { id: caseId } } })),
    refetchInterval: READ_AGAIN_MS,
  });
  return (
    <aside className="contact-corner" aria-label={say(TITLE)}>
      {data === undefined ? '…' : <CallMark answer={data.safeContact} />}
    </aside>
  );
}
