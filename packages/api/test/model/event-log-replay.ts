import { isStep, type TicketState } from '@chat-ticket/domain';
import type { Row } from './read-desk.ts';

type LoggedTicket = { status: TicketState; agentId: string | null };

/** Events that change neither the status nor the agent of a ticket. */
const withoutChange = new Set([
  'ticket.picked',
  'ticket.updated',
  'ticket.widened',
  'ticket.refund_created',
  'ticket.closing_changed',
  'ticket.fields_changed',
]);
const removesAgent = new Set(['ticket.declined', 'ticket.missed', 'ticket.returned', 'ticket.moved']);
const statesWithAgent: ReadonlySet<TicketState> = new Set([
  'ASSIGNED',
  'REASSIGNED',
  'CHAT_CLOSED',
  'CLOSED',
]);

/**
 * Replays the event log. Each event must be an allowed transition of its ticket, and at the end the log must show the
 * status and agent of every ticket.
 * @see packages/domain/src/ticket/transition.ts#isStep
 */
export class EventLogReplay {
  readonly #tickets = new Map<string, LoggedTicket>();

  /** The tickets as the event log shows them, ordered by id. */
  tickets = () => new Map([...this.#tickets].toSorted(([a], [b]) => (a < b ? -1 : 1)));

  /** Applies the events and returns what is wrong with them. */
  apply(events: readonly Row[]): string[] {
    return events.flatMap((event) => {
      if (event['ticket_id'] === null || event['type'] === 'message.posted') return [];
      const [ticketId, type] = [String(event['ticket_id']), String(event['type'])];
      const status = event['status'] as TicketState;
      const before = this.#tickets.get(ticketId);
      const kept = statesWithAgent.has(status) ? (before?.agentId ?? null) : null;
      const agentId = type === 'ticket.assigned' ? String(event['agent_id']) : kept;
      this.#tickets.set(ticketId, { status, agentId });
      return problemsOf(type, before, { status, agentId }, event['agent_id'] ?? null).map(
        (problem) => `${type} of ${ticketId} from ${before?.status} to ${status} ${problem}`,
      );
    });
  }
}

function problemsOf(
  type: string,
  before: LoggedTicket | undefined,
  after: LoggedTicket,
  eventAgent: string | number | null,
): string[] {
  if (before === undefined) return type === 'ticket.created' ? [] : ['precedes ticket.created'];
  const isChange = before.status !== after.status || before.agentId !== after.agentId;
  return [
    ...(isChange && !isStep(before.status, after.status) ? ['is not an allowed transition'] : []),
    ...(isChange && withoutChange.has(type) ? ['changes the status or the agent'] : []),
    ...(isChange || withoutChange.has(type) || type === 'ticket.moved' ? [] : ['changes nothing']),
    ...(removesAgent.has(type) && before.agentId !== eventAgent ? ['names another agent'] : []),
  ];
}
