import { TextField } from '#web/parts/text-field.tsx';
import type { Words } from '#web/words/words.ts';
import { Checks } from './checks.tsx';
import type { Choices } from './schema-choices.ts';

const WORDS = {
  measures: { zh: '措施', en: 'Measures' },
  units: { zh: '协助执行单位', en: 'Units that assist' },
};

type Chosen = { readonly chosen: readonly string[]; readonly onChoose: (codes: readonly string[]) => void };

/** The measures of a ruling, by their kinds. */
export function MeasuresField({ options, ...rest }: Chosen & { readonly options: Choices }) {
  return <Checks label={WORDS.measures} options={options} {...rest} isRequired />;
}

/** Without these two no order is fully served, so they cannot be left out. */
export const MANDATORY_UNITS: readonly string[] = ['police_station', 'committee'];

/** The units that assist; the two that are always there cannot be taken away. */
export function UnitsField({ options, ...rest }: Chosen & { readonly options: Choices }) {
  return <Checks label={WORDS.units} options={options} fixed={MANDATORY_UNITS} {...rest} isRequired />;
}

type DayFieldProps = {
  readonly label: Words;
  readonly value: string;
  readonly onType: (day: string) => void;
};

/** A day as a ruling prints it. */
export function DayField({ label, value, onType }: DayFieldProps) {
  return <TextField type="date" label={label} value={value} onType={onType} required />;
}
