import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import type { Words } from '#web/words/words.ts';
import { CheckChips } from './choices-control.tsx';
import { ChoiceControl } from './choice-control.tsx';
import { DigestControl } from './digest-control.tsx';
import type { DrawProps } from './draw-props.ts';
import { useFormAbout, useProblemAt } from './form-about.ts';
import { knownCodes } from './known-codes.ts';
import type { FieldOf, Option } from './read-schema.ts';
import { TextControl } from './text-control.tsx';

const RULE_PATTERN = '^[A-Z][A-Za-z0-9]{0,15}$';
const DIGEST_PATTERN = '^[0-9a-f]{64}$';
const RULE_LIMIT = '200';
const LINE_LENGTH = 100;

/** The code of something the track already holds is chosen; any other is typed. */
export function CodeControl(props: DrawProps<FieldOf<'code'>>) {
  const { field } = props;
  const about = useFormAbout();
  const rules = useRules(field.pattern === RULE_PATTERN);
  const known = field.key === 'id' ? [] : [...rules, ...knownCodes(about, field.key, field.pattern)];
  if (field.pattern === DIGEST_PATTERN) return <DigestControl {...props} />;
  if (known.length === 0) return <TextControl {...props} />;
  return <ChoiceControl {...props} field={{ ...field, kind: 'choice', options: known }} />;
}

/** Several codes of what the track holds. Where it holds none, they are typed with commas between them. */
export function CodesControl(props: DrawProps<FieldOf<'codes'>>) {
  const { field, pointer, value, onType } = props;
  const known = knownCodes(useFormAbout(), field.key, field.pattern);
  const problem = useProblemAt(pointer);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  if (known.length > 0) {
    return <CheckChips field={field} options={known} chosen={chosen} problem={problem} onChoose={onType} />;
  }
  return (
    <TextControl
      {...props}
      field={{ ...field, kind: 'text', least: 0, most: LINE_LENGTH, help: SEPARATED }}
      value={chosen.join(',')}
      onType={(text) => onType(typeof text === 'string' && text !== '' ? text.split(/[,，、]/) : undefined)}
    />
  );
}

const SEPARATED: Words = { zh: '多个编号之间用逗号隔开', en: 'Several codes with commas between them' };

/** The rules of the law table, for a field that names one that was not kept. */
function useRules(isWanted: boolean): readonly Option[] {
  const { data } = useQuery({
    queryKey: ['/api/rules', 'all'],
    queryFn: () => answerOf(api.GET('/api/rules', { params: { query: { limit: RULE_LIMIT } } })),
    enabled: isWanted,
  });
  return (data?.items ?? []).map(({ code, title }) => ({
    code,
    words: { zh: `${code} ${title.zh}`, en: `${code} ${title.en}` },
  }));
}
