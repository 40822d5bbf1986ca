import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { drawKey } from './draw-key.ts';
import { ConnectionLost, RequestRefused } from './problem.ts';

const RETRY_COUNT = 3;
const FIRST_RETRY_MS = 500;

/**
 * An act of a person that the server does once, however often it has to be sent: `act(input, key)` sends it. While the
 * network is away it is tried three times more; after that `error` is `ConnectionLost`, and `send(input)` with the same
 * input repeats the same act. What is on the screen is read anew when it was done.
 */
export function useCommand<Input, Answer>(act: (input: Input, key: string) => Promise<Answer>) {
  const queries = useQueryClient();
  const last = useRef({ input: '', key: '' });
  const keyFor = (input: Input): string => {
    const text = JSON.stringify(input) ?? '';
    if (last.current.key === '' || last.current.input !== text)
      last.current = { input: text, key: drawKey() };
    return last.current.key;
  };
  const mutation = useMutation<Answer, Error, Input>({
    mutationFn: (input) => act(input, keyFor(input)),
    networkMode: 'always',
    retry: (count, error) => isWorthRepeating(error) && count < RETRY_COUNT,
    retryDelay: (count) => FIRST_RETRY_MS * 2 ** count,
    onSettled: (_answer, error) => {
      if (error === null || isFinal(error)) last.current = { input: '', key: '' };
      void queries.invalidateQueries();
    },
  });
  const { mutate, mutateAsync, isPending, isSuccess, error, data, reset } = mutation;
  return {
    send: mutate,
    sendAndWait: mutateAsync,
    isSending: isPending,
    isDone: isSuccess,
    error,
    answer: data,
    reset,
  };
}

/** No answer, or one that says: later. */
function isWorthRepeating(error: Error): boolean {
  if (error instanceof ConnectionLost) return true;
  return error instanceof RequestRefused && [429, 503].includes(error.problem.status);
}

/** The server has decided; a failure of its own (500) may have come after it wrote, and is the same act when sent again. */
function isFinal(error: Error): boolean {
  return !isWorthRepeating(error) && !(error instanceof RequestRefused && error.problem.status >= 500);
}
