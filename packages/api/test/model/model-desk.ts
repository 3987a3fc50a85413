import type { Settings } from '@chat-ticket/contract';
import {
  heldStates,
  type OpenPeriod,
  openPeriods,
  type TicketState,
  waitingStates,
} from '@chat-ticket/domain';

/** The fields of a new ticket. */
export type NewTicket = Pick<
  ModelTicket,
  'customerId' | 'entityId' | 'orderId' | 'language' | 'ccr' | 'priority' | 'fieldKeys'
>;

/** An agent of the model. Times are in ms since 1970. */
export type ModelAgent = {
  id: string;
  status: string;
  statusSince: number;
  isRoutable: boolean;
  capacity: number | null;
  maxLoad: number;
  skills: string[];
  leaseUntil: number;
  isConnected: boolean;
  releaseAt: number | null;
  load: number;
  idleSince: number;
  assignedAt: number;
  misses: number;
};

/** A ticket of the model. Times are in ms since 1970. */
export type ModelTicket = {
  id: string;
  roomId: string;
  status: TicketState;
  waitingStatus: TicketState;
  priority: number;
  rank: number;
  entityId: string;
  language: string | null;
  ccr: string | null;
  /** The custom fields. All of them are texts here. */
  fieldKeys: Record<string, string>;
  orderId: string;
  customerId: string;
  queueId: string;
  isQueueFixed: boolean;
  tier: number;
  stage: number;
  needs: string[];
  tierFrom: number;
  tierTo: number;
  widenAt: number | null;
  preferredAgentId: string | null;
  preferUntil: number | null;
  agentId: string | null;
  assignments: number;
  isAgentFixed: boolean;
  pickBy: number | null;
  pickedAt: number | null;
  retryAt: number | null;
  wrapUpUntil: number | null;
  createdAt: number;
  closedAt: number | null;
  closingCode: string | null;
  declinedBy: string[];
};

export type ModelKey = {
  fields: NewTicket;
  ticketId: string;
  isCreator: boolean;
  createdAt: number;
};

/** The parts of an event that the model predicts. */
export type ModelEvent = {
  type: string;
  subjectId: string;
  agentId: string | null;
  status: string;
  reason?: string;
};

/** The state that the database must have after each command, kept in memory. */
export class ModelDesk {
  now: number;
  settings: Settings;
  /** The opening periods of each queue until `hoursUntil`. */
  periods = new Map<string, OpenPeriod[]>();
  hoursUntil = 0;
  /** When the last gap ended. Null: there was none. */
  gapUntil: number | null = null;
  readonly agents = new Map<string, ModelAgent>();
  /** The agents that were removed and not added again. */
  readonly removedAgents = new Set<string>();
  readonly tickets = new Map<string, ModelTicket>();
  /** The request and the ticket of each idempotency key. */
  readonly keys = new Map<string, ModelKey>();
  /** The keys of requests that sent none. */
  readonly ownKeys = new Set<{ createdAt: number }>();
  /** The events since the last comparison. */
  events: ModelEvent[] = [];

  constructor(now: number, settings: Settings) {
    this.now = now;
    this.settings = settings;
    this.writeFirstHours();
  }

  /** The hours that new settings store. The next sweep stores more. */
  writeFirstHours(): void {
    this.writeHours(14);
  }

  writeHours(aheadDays = 90): void {
    const day = 86_400_000;
    this.hoursUntil = this.now + aheadDays * day;
    this.periods = new Map(
      this.settings.queues.map(({ id, hours }) => [
        id,
        openPeriods(hours ?? null, this.now - 8 * day, this.hoursUntil),
      ]),
    );
  }

  queueOf(ticket: Pick<ModelTicket, 'queueId'>) {
    return this.settings.queues.find(({ id }) => id === ticket.queueId)!;
  }

  isQueueOpen(queueId: string): boolean {
    return this.periods
      .get(queueId)!
      .some(({ opensAt, closesAt }) => opensAt <= this.now && this.now < closesAt);
  }

  emit(type: string, subject: ModelAgent | ModelTicket, over: Partial<ModelEvent> = {}): void {
    const agentId = 'roomId' in subject ? subject.agentId : subject.id;
    this.events.push({ type, subjectId: subject.id, agentId, status: subject.status, ...over });
  }

  /** Changes a ticket, and the load of the agents who lose or get it. */
  change(ticket: ModelTicket, fields: Partial<ModelTicket>): void {
    const before = assigneeOf(ticket);
    Object.assign(ticket, fields);
    const after = assigneeOf(ticket);
    if (before === after) return;
    const loser = this.agents.get(before ?? '');
    if (loser) Object.assign(loser, { load: loser.load - 1, idleSince: this.now });
    const gainer = this.agents.get(after ?? '');
    if (gainer) Object.assign(gainer, { load: gainer.load + 1, idleSince: this.now, assignedAt: this.now });
  }
}

const isOneOf = (states: readonly TicketState[], { status }: ModelTicket) => states.includes(status);

export const isHeld = (ticket: ModelTicket) => isOneOf(heldStates, ticket);
export const isWaiting = (ticket: ModelTicket) => isOneOf(waitingStates, ticket);
export const isOpen = (ticket: ModelTicket) => ticket.status !== 'CLOSED';

const assigneeOf = (ticket: ModelTicket) => (isHeld(ticket) ? ticket.agentId : null);
