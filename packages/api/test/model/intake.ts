import { matchQueue } from '@chat-ticket/domain';
import { isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place.ts';
import { assign } from './route.ts';

export type Chat = Pick<ModelTicket, 'customerId' | 'entityId' | 'orderId' | 'language' | 'ccr' | 'priority'>;

export const openTicketOf = (desk: ModelDesk, chat: Pick<Chat, 'customerId' | 'entityId' | 'orderId'>) =>
  [...desk.tickets.values()].find(
    (ticket) =>
      isOpen(ticket) &&
      ticket.customerId === chat.customerId &&
      ticket.entityId === chat.entityId &&
      ticket.orderId === chat.orderId,
  );

/** What a chat will come to: a ticket of its own, the one that is open already, or a refusal. */
export function intakeOutcome(desk: ModelDesk, chat: Chat): 'created' | 'open' | 'queue_closed' {
  if (openTicketOf(desk, chat)) return 'open';
  const queue = matchQueue(desk.settings.queues, chat);
  return queue.whenClosed === 'refuse' && !desk.isQueueOpen(queue.id) ? 'queue_closed' : 'created';
}

export function takeIn(desk: ModelDesk, chat: Chat, own: { id: string; roomId: string } | null): void {
  if (own) {
    const last = [...desk.tickets.values()]
      .filter(({ customerId, closedAt }) => customerId === chat.customerId && closedAt !== null)
      .reduce<ModelTicket | null>((a, b) => (a && a.closedAt! > b.closedAt! ? a : b), null);
    const ticket: ModelTicket = {
      ...chat,
      ...own,
      status: 'CREATED',
      waitingStatus: 'CREATED',
      rank: 0,
      queueId: '',
      isQueueFixed: false,
      tier: 1,
      stage: 0,
      needs: [],
      tierFrom: 1,
      tierTo: 1,
      widenAt: null,
      preferredAgentId: last?.agentId ?? null,
      preferUntil: last?.agentId ? last.closedAt! + desk.settings.stickySeconds * 1000 : null,
      agentId: null,
      assignments: 0,
      isAgentFixed: false,
      pickBy: null,
      pickedAt: null,
      retryAt: null,
      wrapUpUntil: null,
      createdAt: desk.now,
      closedAt: null,
      declinedBy: [],
    };
    desk.tickets.set(own.id, ticket);
    place(desk, ticket);
    desk.tell('ticket.created', ticket);
  }
  assign(desk, 1);
}
