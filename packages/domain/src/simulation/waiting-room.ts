import type { Day } from './day.ts';
import type { Lines } from './lines.ts';
import { afterOpenTime } from './queue-state.ts';
import type { TicketState } from './ticket-state.ts';
import type { Timeline } from './timeline.ts';

/** What falls due for a ticket while it waits: its widen steps, and the end of its patience. */
export class WaitingRoom {
  readonly #timeline: Timeline;
  readonly #lines: Lines;
  readonly #patienceMs: Day['patienceMs'];
  readonly #onWidened: () => void;
  readonly #onAbandoned: (ticket: TicketState) => void;

  constructor(
    { timeline, lines, day }: { timeline: Timeline; lines: Lines; day: Day },
    on: { widened: () => void; abandoned: (ticket: TicketState) => void },
  ) {
    this.#timeline = timeline;
    this.#lines = lines;
    this.#patienceMs = day.patienceMs;
    this.#onWidened = on.widened;
    this.#onAbandoned = on.abandoned;
  }

  /** At the stage that is due by now, as a ticket that comes back is not new. */
  enter(ticket: TicketState): void {
    while (this.#widensAt(ticket) <= this.#timeline.now) ticket.stage++;
    this.#join(ticket);
  }

  /** Apart from `enter`, as most tickets leave at once and need no timer. */
  setTimers(ticket: TicketState): void {
    this.#setWidening(ticket);
    const leavesAt = this.patienceEndsAt(ticket);
    if (leavesAt < Infinity) ticket.patience = this.#timeline.set(leavesAt, () => this.#abandon(ticket));
  }

  leave(ticket: TicketState): void {
    this.#lines.remove(ticket);
    if (ticket.patience) this.#timeline.cancel(ticket.patience);
    if (ticket.widening) this.#timeline.cancel(ticket.widening);
  }

  patienceEndsAt({ index, createdAt }: TicketState): number {
    return createdAt + this.#patienceMs[index]!;
  }

  #join(ticket: TicketState): void {
    const { way, stage, declinedBy } = ticket;
    const line =
      declinedBy.length > 0
        ? this.#lines.lineOf(way.queue, way.asked[stage]!, declinedBy)
        : way.lines[stage]!;
    this.#lines.push(ticket, line);
  }

  #widensAt({ way: { queue }, stage, createdAt }: TicketState): number {
    const next = queue.stages[stage + 1];
    return next ? afterOpenTime(queue.periods, createdAt, next.afterMs) : Infinity;
  }

  #setWidening(ticket: TicketState): void {
    const at = this.#widensAt(ticket);
    if (at < Infinity) ticket.widening = this.#timeline.set(at, () => this.#widen(ticket));
  }

  #widen(ticket: TicketState): void {
    this.#lines.remove(ticket);
    ticket.stage++;
    this.#join(ticket);
    this.#setWidening(ticket);
    this.#onWidened();
  }

  #abandon(ticket: TicketState): void {
    this.leave(ticket);
    this.#onAbandoned(ticket);
  }
}
