import { isStep, type TicketState } from '@chat-ticket/domain';
import type { Row } from './read-desk.ts';

type Standing = { status: TicketState; agentId: string | null };

const tellOnly = new Set(['ticket.picked', 'ticket.updated', 'ticket.widened', 'ticket.refund_created']);
const takesFromAgent = new Set(['ticket.declined', 'ticket.missed', 'ticket.returned', 'ticket.moved']);
const withAgent: ReadonlySet<TicketState> = new Set(['ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED', 'CLOSED']);

/** Follows the log in order: what each event says must be a step from where its ticket stood. */
export class LogReplay {
  readonly #standings = new Map<string, Standing>();

  /** The tickets as the log has them. */
  standings = () => new Map([...this.#standings].toSorted(([a], [b]) => (a < b ? -1 : 1)));

  /** Answers what is wrong with the events. */
  follow(events: readonly Row[]): string[] {
    return events.flatMap((event) => {
      if (event['ticket_id'] === null) return [];
      const [ticketId, type] = [String(event['ticket_id']), String(event['type'])];
      const status = event['status'] as TicketState;
      const before = this.#standings.get(ticketId);
      const kept = withAgent.has(status) ? (before?.agentId ?? null) : null;
      const agentId = type === 'ticket.assigned' ? String(event['agent_id']) : kept;
      this.#standings.set(ticketId, { status, agentId });
      return wrongIn(type, before, { status, agentId }, event['agent_id'] ?? null).map(
        (problem) => `${type} of ${ticketId} from ${before?.status} to ${status} ${problem}`,
      );
    });
  }
}

function wrongIn(
  type: string,
  before: Standing | undefined,
  after: Standing,
  toldAgent: string | number | null,
): string[] {
  if (before === undefined) return type === 'ticket.created' ? [] : ['comes before its intake'];
  const isMove = before.status !== after.status || before.agentId !== after.agentId;
  return [
    ...(isMove && !isStep(before.status, after.status) ? ['is no step of the table'] : []),
    ...(isMove && tellOnly.has(type) ? ['should move nothing'] : []),
    ...(isMove || tellOnly.has(type) || type === 'ticket.moved' ? [] : ['moves nothing']),
    ...(takesFromAgent.has(type) && before.agentId !== toldAgent ? ['takes it from another agent'] : []),
  ];
}
