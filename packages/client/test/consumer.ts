import { ChatTicketError, createClient, unwrap, type RouteErrorCode } from '@chat-ticket/client';
import { errors, routes, type TicketRecord } from '@chat-ticket/contract';
import { openApiDocument } from '@chat-ticket/contract/openapi';

/** What an integrating backend does: creates a ticket, closes it, and gets one that does not exist. */
export async function handleChat(baseUrl: string, token: string) {
  const client = createClient({ baseUrl, token: async () => token });

  const taken = await client.createTicket({
    customer: { id: 'customer-1', name: 'hugo dan' },
    metadata: { orderId: crypto.randomUUID(), language: 'eng' },
    idempotencyKey: crypto.randomUUID(),
  });
  const ticket: TicketRecord = unwrap(taken);
  const closed = unwrap(await client.closeTicket({ ticketID: ticket.id }));

  const missing = await client.getTicket({ ticketID: 'no-such-ticket' });
  if (missing.ok) throw new Error('got a ticket that does not exist');
  const code: RouteErrorCode<'getTicket'> | 'network_error' | 'timeout' | 'unexpected_response' =
    missing.error.code;
  // @ts-expect-error getTicket cannot return this code
  if (code === 'email_taken') throw new ChatTicketError(missing);

  return {
    taken: taken.status,
    closed: closed.status,
    missing: code,
    missingIs: errors.ticket_not_found.status,
    documented: routes.createTicket.path in openApiDocument({ version: '1.0.0' }).paths,
  };
}
