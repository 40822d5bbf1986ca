type MatterLinesProps = {
  /** What is not known is not there. */
  readonly lines: readonly { readonly label: string; readonly value: string | null }[];
};

/** Label and value, one under the other. */
export function MatterLines({ lines }: MatterLinesProps) {
  return (
    <dl className="matter-lines">
      {lines.map(
        ({ label, value }) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
