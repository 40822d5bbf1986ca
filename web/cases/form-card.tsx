import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';

/** A form in its place on the page; whoever opened it is taken to it. */
export function FormCard({ title, children }: { readonly title: Words; readonly children: ReactNode }) {
  const say = useSay();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card case-form" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say(title)}
      </h2>
      {children}
    </section>
  );
}
