import type { Gap } from '../deadline/gap.ts';

/** An event of the event log, with the fields of `data` that facts follow from. */
export type LoggedEvent = {
  type: string;
  at: number;
  ticketId: string | null;
  agentId: string | null;
  status: string | null;
  queueId: string | null;
  /** Of a message: who sent it, and its kind. */
  senderRole: string | null;
  senderId: string | null;
  kind: string | null;
  /** Of `agent.joined`: the id that the record had before. */
  joinedFrom: string | null;
};

/** New settings: which statuses are routable, and the service goal of each queue, in ms. */
export type LoggedSettings = {
  type: 'settings';
  at: number;
  routable: ReadonlySet<string>;
  goals: ReadonlyMap<string, number>;
};

/** A ticket was placed in a queue. The desk writes no event when new settings do it. */
export type LoggedPlacement = { type: 'placed'; at: number; ticketId: string; queueId: string };

/** What happened at a desk, in order. */
export type LogEntry = LoggedEvent | LoggedSettings | LoggedPlacement | (Gap & { type: 'gap' });
