// Generated from room-token.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A customer’s token for one room. */
export type RoomToken = {
  /**
   * A bearer token with the role `customer`, for this room only.
   * @example 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiY3VzdG9tZXIifQ.c2lnbmF0dXJl'
   */
  token: string;
  /** When the token expires, in seconds since 1970. Get a new one before then. */
  expiresTimestamp: number;
};
