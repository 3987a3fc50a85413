import { environmentVariables, parseVariables, type TypingNotice } from '@chat-ticket/api';
import type { PublishedEvent } from '@chat-ticket/storage';
import * as v from 'valibot';

/**
 * The methods that the Worker calls on a Durable Object. The classes implement these types, so that no file has to
 * import a class for its type.
 */
export interface LiveHubMethods extends Rpc.DurableObjectBranded {
  /** How many connections the hub has. */
  countConnections(): Promise<number>;
  /** Sends the events of a committed write to the connections. */
  publish(events: PublishedEvent[]): void;
  /** Forwards a typing notice from another hub to the connections. */
  receiveTyping(typing: TypingNotice): void;
}

export interface SweeperMethods extends Rpc.DurableObjectBranded {
  /** Schedules a sweep of the workspace. */
  wake(workspace: string): Promise<void>;
}

export interface WorkspacesMethods extends Rpc.DurableObjectBranded {
  /** Adds a workspace to the list. */
  remember(workspace: string): Promise<void>;
  /** The names of all workspaces that were ever written to. */
  names(): Promise<string[]>;
}

/** The bindings of wrangler.jsonc. The environment variables are beside them. */
export type Bindings = {
  SWEEPER: DurableObjectNamespace<SweeperMethods>;
  LIVE_HUB: DurableObjectNamespace<LiveHubMethods>;
  WORKSPACES: DurableObjectNamespace<WorkspacesMethods>;
};

const Variables = v.object({
  ...environmentVariables,
  DATABASE_URL: v.unwrap(environmentVariables.DATABASE_URL),
});
export type Variables = v.InferOutput<typeof Variables>;

/** The environment variables of the Worker. Throws `ConfigError` when one is missing or invalid. */
export const variablesOf = (bindings: Bindings): Variables => parseVariables(Variables, bindings);
