import { hash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { openStore } from './open-store.ts';
import { toStatusInfo, toTicket, toTicketRecord } from './response.ts';
import { createJsonServer, type JsonResponse, serve } from './serve.ts';
import { createVerifier } from './verify-token.ts';

const { AUTH_SECRET, DATA_DIR } = process.env;
if (!AUTH_SECRET || !DATA_DIR) throw new Error('AUTH_SECRET and DATA_DIR must be set');
const verify = createVerifier(AUTH_SECRET);
const store = openStore(join(DATA_DIR, 'baseline.db'));

type CreateTicketParam = {
  content?: object;
  customer: { id: string; firstName?: string; lastName?: string; name?: string };
  metadata?: { ccr?: string; orderId?: string; entityId?: string; language?: string };
  priority?: number;
};

const notFound: JsonResponse = [404, { errors: [{ status: '404', title: 'not found' }] }];
const notAllowed: JsonResponse = [401, { errors: [{ status: '401', title: 'not authorize' }] }];
const keyReused: JsonResponse = [422, { errors: [{ status: '422', title: 'unprocessable entity' }] }];

function respond(request: IncomingMessage, body: string): JsonResponse {
  const actor = verify(request.headers.authorization);
  if (!actor) return notAllowed;
  const [, , version, noun, id, verb] = request.url!.split('/');
  switch (`${request.method} ${version}/${noun}${id ? '/{id}' : ''}${verb ? `/${verb}` : ''}`) {
    case 'GET v1/tickets': {
      const tickets = store.listTickets(actor.sub);
      return tickets ? [200, tickets.map(toTicket)] : notFound;
    }
    case 'PUT v1/status': {
      const { status } = JSON.parse(body) as { status: string };
      const agent = store.setStatus(actor, actor.sub, status);
      return agent ? [200, toStatusInfo(agent)] : notFound;
    }
    case 'POST v1/tickets': {
      const key = String(request.headers['idempotency-key'] ?? randomUUID());
      const created = store.createTicket(
        actor,
        key,
        hash('sha256', body),
        toRow(JSON.parse(body) as CreateTicketParam),
      );
      return created ? [created.isNew ? 201 : 200, toTicketRecord(created.ticket)] : keyReused;
    }
    case 'POST v1/tickets/{id}/close': {
      const ticket = store.closeTicket(actor, id!);
      return ticket ? [200, toTicketRecord(ticket)] : notFound;
    }
    case 'PUT v1/agents/{id}': {
      const { email, name, capacity } = JSON.parse(body) as { email: string; name: string; capacity: number };
      return [200, toStatusInfo(store.saveAgent({ agentId: id!, email, name, capacity })!)];
    }
    default:
      return notFound;
  }
}

const toRow = ({ content = {}, customer, metadata = {}, priority = 0 }: CreateTicketParam) => ({
  priority,
  entityId: metadata.entityId ?? '',
  language: metadata.language ?? null,
  ccr: metadata.ccr ?? null,
  orderId: metadata.orderId ?? '',
  customerId: customer.id,
  firstName: customer.firstName ?? null,
  lastName: customer.lastName ?? null,
  customerName: customer.name ?? null,
  content: JSON.stringify(content),
});

const server = createJsonServer(respond);
await serve(server);
store.close();
process.exit(0);
