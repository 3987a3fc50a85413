import { asksAgain } from '@chat-ticket/domain';
import type { Day } from '../day/day.ts';
import { phase } from '../engine/phase.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { AgentState } from './agent-pool.ts';
import { openTimeReachedAt } from './queue-state.ts';
import type { TicketState } from './ticket-state.ts';
import { toWaitingTicket, type WaitLines } from './wait-lines.ts';

type RunParts = {
  readonly day: Day;
  readonly timeline: Timeline;
  readonly lines: WaitLines;
  readonly agents: readonly AgentState[];
};
type Listener = {
  /** A waiting ticket may have an agent now who could not take it before. */
  readonly agentsAdded: () => void;
  readonly abandoned: (ticket: TicketState) => void;
};

/**
 * Everything that falls due for a ticket while it waits: its widen steps, asking agents again who missed it, and the end
 * of the customer’s patience.
 *
 * @see `stagesOf` in packages/domain/src/routing/stage.ts: the widen steps
 * @see `asksAgain` in packages/domain/src/routing/asks-again.ts: whether and when agents are asked again
 */
export class WaitingTickets {
  readonly #parts: RunParts;
  readonly #on: Listener;
  #askTimerCount = 0;
  #refusalsInARow = 0;

  constructor(parts: RunParts, on: Listener) {
    this.#parts = parts;
    this.#on = on;
  }

  /**
   * Whether the run cannot go on: the only timers left ask agents again, `asksAgain` has refused each of them once, and
   * nothing else can change its answer.
   */
  get isStuck(): boolean {
    return (
      this.#askTimerCount === this.#parts.timeline.pendingCount && this.#refusalsInARow >= this.#askTimerCount
    );
  }

  /** Call it after a change of agents or tickets: `asksAgain` may answer differently from now on. */
  noteChange(): void {
    this.#refusalsInARow = 0;
  }

  /** Puts the ticket into its line. A ticket that returns after a miss enters at the stage that is due by now. */
  add(ticket: TicketState): void {
    while (this.#widensAt(ticket) <= this.#parts.timeline.now) ticket.stage++;
    this.#joinLine(ticket);
  }

  /** Separate from `add`, because most tickets are assigned at once and need no timers. */
  setTimers(ticket: TicketState): void {
    const { timeline, day } = this.#parts;
    this.#scheduleWidening(ticket);
    if (ticket.declinedBy.length > 0) this.#scheduleAskingAgain(ticket);
    const givesUpAt = Math.max(timeline.now, ticket.createdAt + day.patienceMs[ticket.index]!);
    if (givesUpAt < Infinity)
      ticket.patience = timeline.schedule(givesUpAt, phase.abandon, ticket.index, () =>
        this.#abandon(ticket),
      );
  }

  remove(ticket: TicketState): void {
    const { lines, timeline } = this.#parts;
    lines.remove(ticket);
    if (ticket.patience) timeline.cancel(ticket.patience);
    if (ticket.widening) timeline.cancel(ticket.widening);
    if (!ticket.askingAgain) return;
    timeline.cancel(ticket.askingAgain);
    ticket.askingAgain = undefined;
    this.#askTimerCount--;
  }

  #joinLine(ticket: TicketState): void {
    const { routed, stage, declinedBy } = ticket;
    const { lines } = this.#parts;
    const line =
      declinedBy.length > 0
        ? lines.lineFor(routed.queue, routed.requirements[stage]!, declinedBy)
        : routed.lines[stage]!;
    lines.push(ticket, line);
  }

  #widensAt({ routed: { queue }, stage, createdAt }: TicketState): number {
    const next = queue.stages[stage + 1];
    return next ? openTimeReachedAt(queue.periods, createdAt, next.afterMs) : Infinity;
  }

  #scheduleWidening(ticket: TicketState): void {
    const at = this.#widensAt(ticket);
    if (at === Infinity) return;
    ticket.widening = this.#parts.timeline.schedule(at, phase.widen, ticket.index, () => this.#widen(ticket));
  }

  #widen(ticket: TicketState): void {
    this.#parts.lines.remove(ticket);
    ticket.stage++;
    this.#joinLine(ticket);
    this.#scheduleWidening(ticket);
    this.#on.agentsAdded();
  }

  #scheduleAskingAgain(ticket: TicketState): void {
    const { timeline } = this.#parts;
    const at = timeline.now + ticket.routed.queue.setting.pickTimeoutSeconds * 1000;
    ticket.askingAgain = timeline.schedule(at, phase.askAgain, ticket.index, () => this.#askAgain(ticket));
    this.#askTimerCount++;
  }

  #askAgain(ticket: TicketState): void {
    const { agents, lines, timeline } = this.#parts;
    this.#askTimerCount--;
    ticket.askingAgain = undefined;
    if (!asksAgain(toWaitingTicket(ticket, ticket.line!), agents, timeline.now)) {
      this.#refusalsInARow++;
      this.#scheduleAskingAgain(ticket);
      return;
    }
    lines.remove(ticket);
    ticket.declinedBy = [];
    this.#joinLine(ticket);
    this.#on.agentsAdded();
  }

  #abandon(ticket: TicketState): void {
    this.remove(ticket);
    this.#on.abandoned(ticket);
  }
}
