// Generated from health.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** The process is alive. */
export type Health = {
  /** Always `ok`. */
  status: 'ok';
};

/** The database takes writes, and its schema is current. */
export type Readiness = {
  /** Always `ready`. */
  status: 'ready';
  /**
   * What needs attention although the desk works: one sentence each. Left out: nothing.
   * @example ['The key set of AUTH_JWKS_URL is not available.']
   */
  warnings?: string[] | undefined;
};
