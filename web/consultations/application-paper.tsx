import type { PaperPart } from './application-text.ts';

/** The paper itself, as it is printed. It is Chinese whatever the page speaks: a Chinese court reads it. */
export function ApplicationPaper({ parts }: { readonly parts: readonly PaperPart[] }) {
  return (
    <article className="paper" lang="zh-CN">
      <h2 className="paper-title">人身安全保护令申请书</h2>
      {parts.map(({ heading, lines }) => (
        <section key={heading} className={heading === '' ? 'paper-end' : undefined}>
          {heading !== '' && <h3>{heading}</h3>}
          {lines.map((line, index) => (
            <p key={`${index} ${line}`}>{line}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
