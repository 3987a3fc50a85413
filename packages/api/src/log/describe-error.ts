/** How deep the causes of an error are followed. */
const maxCauses = 3;

export type DescribedError = {
  /** The name of its class. */
  type: string;
  message: string;
  stack?: string;
  /** The code of the engine or of the system, such as SQLITE_FULL. */
  code?: string;
  /** What is wrong with the database. */
  fault?: string;
  cause?: DescribedError;
};

/** What the log says about a thrown value, the same on every runtime. */
export function describeError(thrown: unknown, causes = maxCauses): DescribedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { code, fault, cause } = thrown as Error & { code?: unknown; fault?: unknown };
  return {
    type: thrown.name,
    message: thrown.message,
    ...(thrown.stack === undefined ? {} : { stack: thrown.stack }),
    ...(code === undefined ? {} : { code: String(code) }),
    ...(fault === undefined ? {} : { fault: String(fault) }),
    ...(cause === undefined || causes === 0 ? {} : { cause: describeError(cause, causes - 1) }),
  };
}
