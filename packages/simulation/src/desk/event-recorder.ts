import type { EventRow } from '@chat-ticket/storage';
import type { Day } from '../day/day.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';
import type { DeskAgent } from './desk-agent.ts';

/** An open ticket, according to the event log. */
export type DeskTicket = {
  readonly index: number;
  readonly id: string;
  readonly roomId: string;
  /** Ms since 1970. */
  readonly createdAt: number;
  /** The agent who has it, from the offer on. Undefined: it waits. */
  agent: DeskAgent | undefined;
  /** How many offers of it there were. */
  offers: number;
};

type Listener = {
  readonly offered: (ticket: DeskTicket) => void;
  readonly missed: (ticket: DeskTicket) => void;
};

/** Reads the events of a run and derives the outcome from them. */
export class EventRecorder {
  readonly openTickets = new Map<string, DeskTicket>();
  readonly outcome: Outcome;
  /** When an event last changed what waiting tickets can get. Ms since 1970. */
  changedAt: number;
  readonly #agents: ReadonlyMap<string, DeskAgent>;
  readonly #on: Listener;

  constructor(day: Day, queueOfKind: readonly number[], agents: readonly DeskAgent[], on: Listener) {
    const count = day.arrivesAt.length;
    this.changedAt = day.startsAt;
    this.#agents = new Map(agents.map((agent) => [agent.id, agent]));
    this.#on = on;
    this.outcome = {
      dispositionOf: new Uint8Array(count),
      waitMs: new Float64Array(count),
      agentOf: new Int32Array(count).fill(-1),
      queueOf: day.kindOf.map((kind) => queueOfKind[kind]!),
      agents: agents.map(({ tally }) => tally),
    };
  }

  addTicket(ticket: DeskTicket): void {
    this.openTickets.set(ticket.id, ticket);
  }

  /** Sets the disposition and the wait of the ticket. A later event can replace them. */
  settle({ index, createdAt }: DeskTicket, as: number, now: number): void {
    this.outcome.dispositionOf[index] = as;
    this.outcome.waitMs[index] = now - createdAt;
  }

  /** Events must be recorded in the order of the event log. */
  record({ type, at, ticketId, agentId, data }: EventRow): void {
    const ticket = this.openTickets.get(ticketId ?? '');
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
        this.settle(ticket, disposition.answered, at);
        this.#on.offered(ticket);
        break;
      case 'ticket.missed':
        ticket.agent = undefined;
        agent!.tally.countMiss(at);
        agent!.change(at, { load: agent!.load - 1 });
        this.settle(ticket, disposition.unserved, at);
        this.#on.missed(ticket);
        break;
      case 'ticket.closed':
        this.openTickets.delete(ticket.id);
        ticket.agent?.change(at, { load: ticket.agent.load - 1 });
        break;
      case 'ticket.widened':
        break;
      case 'ticket.returned':
        throw new Error(
          `The desk took ticket ${ticket.id} from agent ${agentId}, who had not lost the connection. Check the heartbeat.`,
        );
      default:
        return;
    }
    this.changedAt = at;
  }
}
