import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/api/client.ts';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { MatterLines } from './matter-lines.tsx';

const WORDS = {
  show: { zh: '怎样联系她（点开显示）', en: 'How to reach her (open to see)' },
  name: { zh: '称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  codeWord: { zh: '暗语', en: 'Code word' },
  whoMayAnswer: { zh: '谁可以接', en: 'Who may answer' },
  okToVoicemail: { zh: '可以留言', en: 'May leave a message' },
  okToText: { zh: '可以发短信', en: 'May be texted' },
  note: { zh: '注意', en: 'Note' },
  yes: { zh: '可以', en: 'Yes' },
  no: { zh: '不可以', en: 'No' },
  nothing: { zh: '登记时没有留下联系方式。', en: 'No contact was taken down.' },
};

type Line = { readonly key: keyof typeof WORDS; readonly value: string | boolean };

/** Her number and how to use it: folded away, so that a passer-by reads nothing, and read only when it is opened. */
export function ContactDetails({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="matter-section card"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{say(WORDS.show)}</summary>
      {isOpen && <Contact caseId={caseId} />}
    </details>
  );
}

function Contact({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['/api/cases', caseId],
    queryFn: () => answerOf(api.GET('/api/cases/{id}', { params: { path: { id: caseId } } })),
  });
  const shown = (value: string | boolean): string =>
    typeof value === 'string' ? value : say(value ? WORDS.yes : WORDS.no);
  return (
    <QueryState query={query}>
      {({ survivor, safeContact }) => {
        const lines = linesOf(survivor, safeContact);
        if (lines.length === 0) return <p>{say(WORDS.nothing)}</p>;
        return (
          <MatterLines
            lines={lines.map(({ key, value }) => ({ label: say(WORDS[key]), value: shown(value) }))}
          />
        );
      }}
    </QueryState>
  );
}

function linesOf(survivor: unknown, safeContact: unknown): Line[] {
  const her = partOf(survivor);
  const safe = partOf(safeContact);
  const values: Partial<Record<keyof typeof WORDS, unknown>> = {
    name: her['name'],
    phone: safe['phone'] ?? her['phone'],
    codeWord: safe['codeWord'],
    whoMayAnswer: safe['whoMayAnswer'],
    okToVoicemail: safe['okToVoicemail'],
    okToText: safe['okToText'],
    note: safe['note'],
  };
  return Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'boolean'
      ? [{ key: key as keyof typeof WORDS, value }]
      : [],
  );
}

function partOf(part: unknown): Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {};
}
