import { type ReactNode, useEffect } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import './page.css';

type PageProps = {
  readonly title: Words;
  /** Beside the title: buttons, filters. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A page that needs the whole width: a board, a call. */
  readonly isWide?: boolean;
};

const PRODUCT = { zh: '好邻', en: 'Haolin' };

/** A page with its title. The title of the window never names a person. */
export function Page({ title, actions, children, isWide = false }: PageProps) {
  const say = useSay();
  const heading = say(title);
  const product = say(PRODUCT);
  useEffect(() => {
    document.title = `${heading} · ${product}`;
  }, [heading, product]);
  return (
    <main className={isWide ? 'page page-wide' : 'page'} id="content" tabIndex={-1}>
      <header className="page-head">
        <h1>{heading}</h1>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
