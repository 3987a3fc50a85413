import { asksAgain } from '@chat-ticket/domain';
import type { Day } from '../day/day.ts';
import type { AgentState } from './crew.ts';
import { type Lines, waitingTicket } from './lines.ts';
import { phase } from './phase.ts';
import { afterOpenTime } from './queue-state.ts';
import type { TicketState } from './ticket-state.ts';
import type { Timeline } from './timeline.ts';

type Setting = {
  readonly timeline: Timeline;
  readonly lines: Lines;
  readonly day: Day;
  readonly agents: readonly AgentState[];
};
type Listener = { found: () => void; abandoned: (ticket: TicketState) => void };

/** What falls due for a ticket while it waits: its widen steps, asking again, and the end of its patience. */
export class WaitingRoom {
  readonly #setting: Setting;
  /** `found`: there may be an agent for a ticket now. */
  readonly #on: Listener;
  #askingCount = 0;
  /** How often in a row it was found that nobody is to be asked again. */
  #inVain = 0;

  constructor(setting: Setting, on: Listener) {
    this.#setting = setting;
    this.#on = on;
  }

  /** Whether all that is to come is to ask in vain, for ever, as nothing can change between. */
  get isStuck(): boolean {
    return this.#askingCount === this.#setting.timeline.size && this.#inVain >= this.#askingCount;
  }

  /** Who is there has changed, or may have. */
  noteChange(): void {
    this.#inVain = 0;
  }

  /** At the stage that is due by now, as a ticket that comes back is not new. */
  enter(ticket: TicketState): void {
    while (this.#widensAt(ticket) <= this.#setting.timeline.now) ticket.stage++;
    this.#join(ticket);
  }

  /** Apart from `enter`, as most tickets leave at once and need no timer. */
  setTimers(ticket: TicketState): void {
    const { timeline, day } = this.#setting;
    this.#setWidening(ticket);
    if (ticket.declinedBy.length > 0) this.#setAskingAgain(ticket);
    const leavesAt = Math.max(timeline.now, ticket.createdAt + day.patienceMs[ticket.index]!);
    if (leavesAt < Infinity)
      ticket.patience = timeline.set(leavesAt, phase.giveUp, ticket.index, () => this.#abandon(ticket));
  }

  leave(ticket: TicketState): void {
    const { lines, timeline } = this.#setting;
    lines.remove(ticket);
    if (ticket.patience) timeline.cancel(ticket.patience);
    if (ticket.widening) timeline.cancel(ticket.widening);
    if (!ticket.askingAgain) return;
    timeline.cancel(ticket.askingAgain);
    ticket.askingAgain = undefined;
    this.#askingCount--;
  }

  #join(ticket: TicketState): void {
    const { way, stage, declinedBy } = ticket;
    const { lines } = this.#setting;
    const line =
      declinedBy.length > 0 ? lines.lineOf(way.queue, way.asked[stage]!, declinedBy) : way.lines[stage]!;
    lines.push(ticket, line);
  }

  #widensAt({ way: { queue }, stage, createdAt }: TicketState): number {
    const next = queue.stages[stage + 1];
    return next ? afterOpenTime(queue.periods, createdAt, next.afterMs) : Infinity;
  }

  #setWidening(ticket: TicketState): void {
    const at = this.#widensAt(ticket);
    if (at === Infinity) return;
    ticket.widening = this.#setting.timeline.set(at, phase.widen, ticket.index, () => this.#widen(ticket));
  }

  #widen(ticket: TicketState): void {
    this.#setting.lines.remove(ticket);
    ticket.stage++;
    this.#join(ticket);
    this.#setWidening(ticket);
    this.#on.found();
  }

  #setAskingAgain(ticket: TicketState): void {
    const { timeline } = this.#setting;
    const at = timeline.now + ticket.way.queue.setting.pickTimeoutSeconds * 1000;
    ticket.askingAgain = timeline.set(at, phase.askAgain, ticket.index, () => this.#askAgain(ticket));
    this.#askingCount++;
  }

  #askAgain(ticket: TicketState): void {
    const { agents, lines, timeline } = this.#setting;
    this.#askingCount--;
    ticket.askingAgain = undefined;
    if (!asksAgain(waitingTicket(ticket, ticket.line!), agents, timeline.now)) {
      this.#inVain++;
      this.#setAskingAgain(ticket);
      return;
    }
    lines.remove(ticket);
    ticket.declinedBy = [];
    this.#join(ticket);
    this.#on.found();
  }

  #abandon(ticket: TicketState): void {
    this.leave(ticket);
    this.#on.abandoned(ticket);
  }
}
