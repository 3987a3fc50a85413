import type { Route } from '@chat-ticket/contract';
import type { Call } from '../load/call.ts';
import type { Users } from '../users.ts';

/** What a measured server contains. */
export type DeskState = {
  users: Users;
  /** The ids of the tickets that each agent has throughout the run, by agent id. */
  assigned: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The calls of one sample. */
export type Load = {
  /** Returns the calls of one connection, which sends them one after the other. */
  callsOf: (connection: number, connections: number) => () => Call;
  /** Returns the calls that restore the state from before the sample. */
  undo: () => Call[];
};

export type Case = {
  name: string;
  route: Route;
  /** The number of requests in one sample. */
  requests: number;
  load: (state: DeskState) => Load;
};
