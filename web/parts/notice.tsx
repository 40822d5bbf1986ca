import type { ReactNode } from 'react';
import './notice.css';

type NoticeProps = { readonly kind: 'info' | 'good' | 'warning' | 'danger'; readonly children: ReactNode };

const SIGNS = { info: 'i', good: '✓', warning: '!', danger: '!' } as const;

/** A sentence for the person at the screen: what is so, and what to do. A danger is read out at once. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <span className="notice-sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <div className="notice-words">{children}</div>
    </div>
  );
}
