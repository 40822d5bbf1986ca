import { useSearchParams } from 'react-router';

/** What form is open on the page stands in its address; only one is. */
export function useOpenForm() {
  const [, setSearch] = useSearchParams();
  return {
    open: (key: 'event' | 'open' | 'handoff', value: string): void => setSearch({ [key]: value }),
    close: (): void => setSearch({}),
  };
}
