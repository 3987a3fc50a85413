import type { Route } from '@chat-ticket/contract';
import type { Crew } from '../crew.ts';
import type { Call } from '../load/call.ts';

/** A desk under load: the crew, and what it holds. */
export type DeskState = {
  crew: Crew;
  /** The ids of the tickets that each agent has all the time, by agent id. */
  held: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The calls of one sample. */
export type Load = {
  /** What one connection sends, one call after the other. */
  callsOf: (connection: number, connections: number) => () => Call;
  /** What brings the desk back to where it was before the sample. */
  undo: () => Call[];
};

export type Case = {
  name: string;
  route: Route;
  /** In one sample. */
  requests: number;
  load: (state: DeskState) => Load;
};
