/** A time of the database on the wire. */
export const seconds = (at: number) => Math.floor(at / 1000);

export const time = (at: number | null) => (at === null ? null : seconds(at));

/** The members that have a value: a time that has not come, or a text that was not given, is left out. */
export const present = <T extends Record<string, unknown>>(members: T) =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as {
    [Name in keyof T]?: Exclude<T[Name], null | undefined>;
  };
