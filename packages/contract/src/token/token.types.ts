// Generated from token.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** The person whose tokens to revoke. */
export type RevokeTokensParam = {
  /**
   * The role of the tokens.
   * @example 'agent'
   */
  role: Role;
  /**
   * The `sub` claim of the tokens. 1 to 128 characters.
   * @example 'ann'
   */
  sub: string;
};

/** The tokens of a person that the desk refuses. */
export type RevokedTokens = {
  /**
   * The role of the tokens.
   * @example 'agent'
   */
  role: Role;
  /**
   * The `sub` claim of the tokens. 1 to 128 characters.
   * @example 'ann'
   */
  sub: string;
  /**
   * Tokens that were issued up to this second are refused, and tokens without `iat`. In seconds since 1970.
   */
  revokedTimestamp: number;
};

/**  */
export type Role = 'agent' | 'supervisor' | 'service' | 'customer' | 'admin';

/** The claims of a bearer token. */
export type TokenClaims = {
  /** The caller’s id. For an agent, the agent’s id. 1 to 128 characters. */
  sub: string;
  /** The caller’s role. */
  role: Role;
  /**
   * The workspace that the token gives access to.
   * @default 'default'
   */
  workspace: string;
  /**
   * The caller’s email. An agent’s record is created with it. A value that is not an email address is
   * ignored. Up to 254 characters.
   */
  email?: string | undefined;
  /**
   * Whether the issuer has checked that the email is the caller’s. If it is false, the email joins no record.
   */
  email_verified?: boolean | 'true' | 'false' | undefined;
  /**
   * The caller’s name, as shown to people. An agent’s record is created with it. A blank value is ignored. 1
   * to 200 characters.
   */
  name?: string | undefined;
  /** For a customer: the id of the only room that the token gives access to. 1 to 128 characters. */
  room?: string | undefined;
  /**
   * When the token was issued, in seconds since 1970. A token without it counts as issued before any
   * revocation. 0 to 253402300799.
   */
  iat?: number | undefined;
  /** When the token becomes valid, in seconds since 1970. 0 to 253402300799. */
  nbf?: number | undefined;
  /** When the token expires, in seconds since 1970. 0 to 253402300799. */
  exp: number;
};
