import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { caseQuery } from '#web/api/case.ts';
import { Button } from '#web/parts/button.tsx';
import { CallMark } from '#web/parts/call-mark.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import { CallScript } from './call-script.tsx';
import { contactFactsOf } from './contact-facts.ts';
import { ContactList } from './contact-list.tsx';
import { NumberLine } from './number-line.tsx';
import type { Call } from './read-calls.ts';

const WORDS = {
  close: { zh: '合上', en: 'Close' },
  toCase: { zh: '打开个案', en: 'Open the case' },
};

type CallCardProps = { readonly call: Call; readonly children: ReactNode; readonly onClose: () => void };

/** What stands beside the telephone while she is called: whom, how, what may be said, and what came of it. */
export function CallCard({ call, children, onClose }: CallCardProps) {
  const say = useSay();
  const { caseId, trackId, caseNumber, purpose, risk, callableNow, why, opensAt, window } = call;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [trackId]);
  const query = useQuery(caseQuery(caseId));
  return (
    <article className="call-card card" aria-labelledby="call-card-title">
      <header className="call-card-head">
        <h2 id="call-card-title" ref={heading} tabIndex={-1}>
          {say(purpose)} <code>{caseNumber}</code>
        </h2>
        <RiskMark risk={risk} />
        <Button look="quiet" hotkey="Esc" onClick={onClose}>
          {say(WORDS.close)}
        </Button>
      </header>
      <CallMark answer={{ now: callableNow, why, opensAt, window }} />
      <QueryState query={query}>
        {(view) => {
          const facts = contactFactsOf(view);
          return (
            <>
              <NumberLine key={trackId} phone={facts.phone} mayCall={callableNow !== 'no'} />
              <ContactList facts={facts} />
              {callableNow !== 'no' && <CallScript facts={facts} />}
            </>
          );
        }}
      </QueryState>
      {children}
      <Link to={`/cases/${caseId}/tracks/${trackId}`}>{say(WORDS.toCase)}</Link>
    </article>
  );
}
