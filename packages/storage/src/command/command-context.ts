/** What every command carries: its id, its time and its actor. */
export type CommandContext = {
  /** The change id: unique for each command. A command that is sent again keeps it. */
  readonly changeId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The role and id of the principal that sends the command. `system` and the name of the job, if no person does. */
  readonly actorRole: string;
  readonly actorId: string;
};
