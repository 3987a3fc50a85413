import type { VerifiedToken } from '@chat-ticket/api';

/** The upgrade requests that have no connection yet, and the tokens of those that the app has accepted. */
export class PendingUpgrades {
  readonly #tokens = new Map<Request, VerifiedToken | undefined>();

  add(request: Request): void {
    this.#tokens.set(request, undefined);
  }

  /** Stores the token of an accepted request. Returns false if the HTTP server cannot upgrade the request. */
  accept(request: Request, token: VerifiedToken): boolean {
    if (!this.#tokens.has(request)) return false;
    this.#tokens.set(request, token);
    return true;
  }

  /** The token of a request that the app has accepted. */
  tokenOf(request: Request): VerifiedToken | undefined {
    return this.#tokens.get(request);
  }

  /** The request has a connection, or will get none. */
  delete(request: Request): void {
    this.#tokens.delete(request);
  }

  /** How many accepted requests of the workspace wait for their connection. */
  count(workspace: string): number {
    let count = 0;
    for (const token of this.#tokens.values()) if (token?.principal.workspace === workspace) count += 1;
    return count;
  }
}
