/** Whole seconds of a time or duration in ms: the unit of the wire. */
export const toSeconds = (ms: number): number => Math.floor(ms / 1000);

/** The same for a time that can be missing. */
export const toTimestamp = (at: number | null): number | null => (at === null ? null : toSeconds(at));

/** The members that have a value. A missing time or an empty text is left out of a response. */
export const withoutEmpty = <T extends Record<string, unknown>>(members: T) =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as {
    [Name in keyof T]?: Exclude<T[Name], null | undefined>;
  };

/** The members that are not null. An event keeps its empty texts. */
export const withoutNulls = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
