import type { Caller } from '@chat-ticket/domain';

/** Who may open a connection, and until when. */
export type Admission = {
  caller: Caller;
  /** The end of its token, in ms since 1970. */
  expiresAt: number;
};
