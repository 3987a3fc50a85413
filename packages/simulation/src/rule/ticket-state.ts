import type { TicketKind } from '../day/day.ts';
import type { AgentGroup } from './crew.ts';
import type { Heap } from './heap.ts';
import type { QueueState } from './queue-state.ts';
import type { Timer } from './timeline.ts';

export type Needs = { readonly needs: readonly string[]; readonly tierFrom: number; readonly tierTo: number };

/** The tickets of a queue that wait for just the same agents, in their order: only the first can be next. */
export type Line = Needs & {
  readonly key: string;
  readonly queue: QueueState;
  readonly declinedBy: readonly string[];
  readonly takers: readonly AgentGroup[];
  readonly waiting: Heap<TicketState>;
};

/** What all tickets of a kind have in common in one run. */
export type Way = {
  readonly kind: TicketKind;
  readonly queue: QueueState;
  /** By stage. */
  readonly asked: readonly Needs[];
  /** By stage, for those whom nobody has declined. */
  readonly lines: readonly Line[];
};

/** A ticket between its arrival and its pick. */
export class TicketState {
  readonly index: number;
  readonly way: Way;
  readonly createdAt: number;
  readonly rank: number;
  stage = 0;
  offers = 0;
  declinedBy: readonly string[] = [];
  /** While it waits. */
  line: Line | undefined;
  patience: Timer | undefined;
  widening: Timer | undefined;
  askingAgain: Timer | undefined;
  place = -1;

  constructor(index: number, way: Way, createdAt: number, rank: number) {
    this.index = index;
    this.way = way;
    this.createdAt = createdAt;
    this.rank = rank;
  }

  /** Asked for only between equal ranks, so it is not made before. */
  get id(): string {
    return String(this.index).padStart(9, '0');
  }
}
