import type { Caller } from '@chat-ticket/domain';

/** Who may open a connection, and until when. */
export type Admission = {
  caller: Caller;
  /** When its token was issued, in seconds since 1970; 0: it does not say. */
  issuedAt: number;
  /** The end of its token, in ms since 1970. */
  expiresAt: number;
};
