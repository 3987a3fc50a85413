import type { EventRow } from '@chat-ticket/storage';
import type { Day } from '../day/day.ts';
import { fate, type Outcome } from '../rule/outcome.ts';
import type { DeskAgent } from './desk-agent.ts';

/** A ticket as the log has told of it so far. */
export type DeskTicket = {
  readonly index: number;
  readonly id: string;
  readonly roomId: string;
  readonly createdAt: number;
  /** Who has it, from the offer on. */
  agent: DeskAgent | undefined;
  offers: number;
};

type Listener = { offered: (ticket: DeskTicket) => void; missed: (ticket: DeskTicket) => void };

/** Writes down what the desk’s log tells, and what it comes to. */
export class DeskBook {
  readonly open = new Map<string, DeskTicket>();
  readonly outcome: Outcome;
  /** When something last happened that can make a difference to who waits. */
  changedAt: number;
  readonly #agents: ReadonlyMap<string, DeskAgent>;
  readonly #on: Listener;

  constructor(day: Day, queueOfKind: readonly number[], agents: readonly DeskAgent[], on: Listener) {
    const count = day.arrivesAt.length;
    this.changedAt = day.startsAt;
    this.#agents = new Map(agents.map((agent) => [agent.id, agent]));
    this.#on = on;
    this.outcome = {
      fateOf: new Uint8Array(count),
      waitMs: new Float64Array(count),
      agentOf: new Int32Array(count).fill(-1),
      queueOf: day.kindOf.map((kind) => queueOfKind[kind]!),
      agents: agents.map(({ tally }) => tally),
    };
  }

  takeIn(ticket: DeskTicket): void {
    this.open.set(ticket.id, ticket);
  }

  settle({ index, createdAt }: DeskTicket, end: number, now: number): void {
    this.outcome.fateOf[index] = end;
    this.outcome.waitMs[index] = now - createdAt;
  }

  write({ type, at, ticketId, agentId, data }: EventRow): void {
    const ticket = this.open.get(ticketId ?? '');
    const agent = this.#agents.get(agentId ?? '');
    if (type === 'agent.status_changed') {
      this.changedAt = at;
      const { status } = JSON.parse(data) as { status: string };
      agent!.change(at, { routable: status === 'online' });
    }
    if (!ticket) return;
    switch (type) {
      case 'ticket.assigned':
        ticket.agent = agent!;
        agent!.change(at, { load: agent!.load + 1 });
        this.settle(ticket, fate.answered, at);
        this.#on.offered(ticket);
        break;
      case 'ticket.missed':
        ticket.agent = undefined;
        agent!.tally.miss(at);
        agent!.change(at, { load: agent!.load - 1 });
        this.settle(ticket, fate.unserved, at);
        this.#on.missed(ticket);
        break;
      case 'ticket.closed':
        this.open.delete(ticket.id);
        ticket.agent?.change(at, { load: ticket.agent.load - 1 });
        break;
      case 'ticket.widened':
        break;
      case 'ticket.returned':
        throw new Error(`${ticket.id} was taken from ${agentId}, whose connection cannot be lost`);
      default:
        return;
    }
    this.changedAt = at;
  }
}
