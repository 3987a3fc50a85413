/** What every command carries: the request’s own id, the time in ms since 1970, and who asked. */
export type Command = {
  readonly changeId: string;
  readonly now: number;
  readonly actorRole: string;
  readonly actorId: string;
};

/** The same as parameters that any statement of a command may name. */
export type CommandParams = { -readonly [Name in keyof Command]: Command[Name] };
