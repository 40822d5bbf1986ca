import { useNavigate } from 'react-router';
import { useSay } from '#web/words/language.ts';
import type { Words } from '#web/words/words.ts';
import { useAgencies } from './agency-names.ts';
import { type BoardFilter, searchWith } from './board-filter.ts';

const WORDS = {
  court: { zh: '法院', en: 'Court' },
  allCourts: { zh: '全部法院', en: 'All courts' },
  district: { zh: '辖区（主责单位）', en: 'District (owner)' },
  allDistricts: { zh: '全部辖区', en: 'All districts' },
};

/** Who can own a case of a district. */
const OWNERS = ['womens_federation', 'town', 'village'];

/** Which court's orders, and of which district; both stand in the address. */
export function BoardFilters({ filter }: { readonly filter: BoardFilter }) {
  const { agencies } = useAgencies();
  const courts = agencies.filter(({ kind }) => kind === 'court');
  const owners = agencies.filter(({ id, kind }) => OWNERS.includes(kind) || id === filter.agency);
  return (
    <>
      <AgencySelect label={WORDS.court} all={WORDS.allCourts} of={courts} part="court" filter={filter} />
      <AgencySelect
        label={WORDS.district}
        all={WORDS.allDistricts}
        of={owners}
        part="agency"
        filter={filter}
      />
    </>
  );
}

type AgencySelectProps = {
  readonly label: Words;
  readonly all: Words;
  readonly of: readonly { readonly id: string; readonly name: Words }[];
  readonly part: 'court' | 'agency';
  readonly filter: BoardFilter;
};

function AgencySelect({ label, all, of, part, filter }: AgencySelectProps) {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <select
      className="input board-select"
      aria-label={say(label)}
      value={filter[part] ?? ''}
      onChange={(event) => void navigate(`/orders${searchWith(filter, { [part]: event.target.value })}`)}
    >
      <option value="">{say(all)}</option>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ))}
    </select>
  );
}
