import { useQuery } from '@tanstack/react-query';
import { caseQuery, workflowsQuery } from '#web/api/case.ts';
import { agenciesQuery, peopleQuery } from '#web/api/directory.ts';
import { answerOf, api } from '#web/api/client.ts';
import { roleWords } from '#web/words/roles.ts';
import { about, type Words } from '#web/words/words.ts';
import type { DrawProps } from './draw-props.ts';
import { useFormAbout, useProblemAt } from './form-about.ts';
import type { FieldOf, Option } from './read-schema.ts';
import { SelectField } from './select-field.tsx';

const READING = { zh: '正在读取名单……', en: 'Reading the list …' };
const NOBODY = { zh: '没有可选的人员', en: 'There is nobody to choose' };
const PERSON = { zh: '{}（{}）', en: '{} ({})' };

/** Somebody who works here, in one of the roles the field asks for. */
export function PersonControl(props: DrawProps<FieldOf<'person'>>) {
  const { field } = props;
  const { ownerAgency } = useFormAbout();
  const { data } = useQuery(peopleQuery());
  const fits = ({ role, agency }: { role: string; agency: string }): boolean =>
    (field.roles.length === 0 || field.roles.includes(role)) &&
    (!field.isOfOwner || ownerAgency === null || agency === ownerAgency);
  const people = data?.filter(fits);
  return (
    <IdSelect
      {...props}
      options={people?.map(({ id, name, role }) => ({
        code: id,
        words: about(PERSON, name, roleWords(role)),
      }))}
    />
  );
}

/** One of the agencies. */
export function AgencyControl(props: DrawProps<FieldOf<'agency'>>) {
  const { data } = useQuery(agenciesQuery());
  return <IdSelect {...props} options={data?.map(({ id, name }) => ({ code: id, words: name }))} />;
}

/** A track: of this case, or, where another case's is asked for, of the cases one sees. */
export function TrackControl(props: DrawProps<FieldOf<'track'>>) {
  const { caseId } = useFormAbout();
  const isElsewhere = props.field.key.startsWith('linked');
  const ofCase = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== null && !isElsewhere });
  const elsewhere = useQuery({
    queryKey: ['/api/cases', 'to link'],
    queryFn: () => answerOf(api.GET('/api/cases', { params: { query: { limit: PAGE } } })),
    enabled: isElsewhere,
  });
  const workflows = useQuery(workflowsQuery());
  const titleOf = (id: string): Words =>
    workflows.data?.items.find((workflow) => workflow.id === id)?.title ?? { zh: id, en: id };
  const options = isElsewhere
    ? elsewhere.data?.items
        .filter(({ id }) => id !== caseId)
        .flatMap(({ number, tracks }) =>
          tracks
            .filter(({ workflow }) => workflow === 'intake')
            .map(({ id }) => ({ code: id, words: { zh: number, en: number } })),
        )
    : ofCase.data?.tracks.map(({ id, workflow, titles }) => ({
        code: id,
        words: about(TRACK, titleOf(workflow), titles[0] ?? ''),
      }));
  return <IdSelect {...props} options={options} />;
}

const TRACK = { zh: '{}：{}', en: '{}: {}' };
const PAGE = '200';

type IdSelectProps = DrawProps<FieldOf<'person' | 'agency' | 'track'>> & {
  readonly options: readonly Option[] | undefined;
};

function IdSelect({ field, pointer, value, onType, options }: IdSelectProps) {
  const problem = useProblemAt(pointer);
  return (
    <SelectField
      field={field}
      options={options ?? []}
      value={typeof value === 'string' && value !== '' ? value : null}
      problem={problem}
      onChoose={(id) => onType(id ?? undefined)}
      {...(options === undefined && { placeholder: READING })}
      {...(options?.length === 0 && { placeholder: NOBODY })}
    />
  );
}
