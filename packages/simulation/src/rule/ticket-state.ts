import type { TicketKind } from '../day/day.ts';
import type { Heap } from '../engine/heap.ts';
import type { Timer } from '../engine/timeline.ts';
import type { AgentGroup } from './agent-pool.ts';
import type { QueueState, Requirements } from './queue-state.ts';

/** The waiting tickets of one queue that the same agents can take, in order. Only the first one can be next. */
export type WaitLine = Requirements & {
  readonly key: string;
  readonly queue: QueueState;
  readonly declinedBy: readonly string[];
  readonly eligibleGroups: readonly AgentGroup[];
  readonly tickets: Heap<TicketState>;
};

/** A ticket kind with everything in the run that depends on it. */
export type RoutedKind = {
  readonly kind: TicketKind;
  readonly queue: QueueState;
  /** One entry for each stage of the queue. */
  readonly requirements: readonly Requirements[];
  /** One entry for each stage: the line of the tickets that nobody has declined. */
  readonly lines: readonly WaitLine[];
};

/** A ticket from its arrival to its pick. */
export class TicketState {
  readonly index: number;
  readonly routed: RoutedKind;
  /** Ms since 1970. */
  readonly createdAt: number;
  readonly rank: number;
  stage = 0;
  /** How many offers of it there were. */
  offers = 0;
  declinedBy: readonly string[] = [];
  /** Undefined: it does not wait. */
  line: WaitLine | undefined;
  patience: Timer | undefined;
  widening: Timer | undefined;
  askingAgain: Timer | undefined;
  /** The index in `line.tickets`, or -1. */
  heapIndex = -1;

  constructor(index: number, routed: RoutedKind, createdAt: number, rank: number) {
    this.index = index;
    this.routed = routed;
    this.createdAt = createdAt;
    this.rank = rank;
  }

  /** Computed on demand: only tickets of equal rank are compared by id. */
  get id(): string {
    return String(this.index).padStart(9, '0');
  }
}
