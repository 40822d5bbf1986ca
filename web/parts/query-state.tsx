import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

type QueryStateProps<T> = {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
};

/**
 * Shows what was read. Until it is there, that it is being read; when it could not be read, why, with a way to try
 * again; and what was read before stays while newer is on its way or cannot be had.
 */
export function QueryState<T>({ query, children }: QueryStateProps<T>) {
  const { data, error, refetch } = query;
  const again = (): void => void refetch();
  if (data === undefined) return error === null ? <Waiting /> : <Trouble error={error} onRetry={again} />;
  return (
    <>
      {error !== null && <Trouble error={error} onRetry={again} />}
      {children(data)}
    </>
  );
}
