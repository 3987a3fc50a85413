/** What every command carries: who changes what, and when. */
export type CommandContext = {
  /** Unique for each command. A command that is sent again keeps it. */
  readonly changeId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly actorRole: string;
  readonly actorId: string;
};
