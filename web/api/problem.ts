/** A refusal as the API gives it (RFC 9457); `detail` and `title` are in the language that was asked for. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly because?: readonly {
    readonly code: string;
    readonly text: string;
    readonly who: readonly string[];
  }[];
  readonly currentVersion?: number;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
};

/** The API refused: asked for again as it is, it would refuse again. */
export class RequestRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'RequestRefused';
    this.problem = problem;
  }
}

/** No answer came: whether the server acted is not known, and the same request with the same key may be sent again. */
export class ConnectionLost extends Error {
  constructor(options?: ErrorOptions) {
    super('connection lost', options);
    this.name = 'ConnectionLost';
  }
}

/** Was it refused with this code? */
export function isRefusal(error: unknown, code: string): error is RequestRefused {
  return error instanceof RequestRefused && error.problem.code === code;
}
