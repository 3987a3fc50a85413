import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import { requireFields } from '../field/require-fields.ts';
import { hashJson } from '../request/hash-json.ts';
import type { Handler } from '../route/handler.ts';
import { toTicketRecord } from './ticket-response.ts';

export const createTicket: Handler<Routes['createTicket']> = async ({
  body,
  principal,
  context,
  send,
  headers,
  newId,
}) => {
  const { content, customer, fields = {}, metadata, priority, status } = body;
  await requireFields(send, principal, fields);
  const result = await send(storage.createTicket, {
    ...context,
    scope: principal.sub,
    key: headers.idempotencyKey ?? context.changeId,
    bodyHash: await hashJson(body),
    status,
    roomId: newId(),
    priority,
    entityId: metadata.entityId ?? '',
    language: metadata.language ?? null,
    ccr: metadata.ccr ?? null,
    orderId: metadata.orderId ?? '',
    customerId: customer.id,
    customerFirstName: customer.firstName ?? null,
    customerLastName: customer.lastName ?? null,
    customerName: customer.name ?? null,
    content,
    fields,
  });
  if (result.outcome === 'key_reused')
    throw new ApiError('idempotency_key_reused', { source: { header: 'Idempotency-Key' } });
  if (result.outcome === 'queue_closed')
    throw new ApiError('queue_closed', {
      detail: `The queue ${result.queueId} is closed.${result.opensAt === null ? '' : ' `meta.opensTimestamp` says when it opens next.'}`,
      ...(result.opensAt === null ? {} : { meta: { opensTimestamp: Math.floor(result.opensAt / 1000) } }),
    });
  return {
    status: result.outcome === 'created' ? 201 : 200,
    body: toTicketRecord(result.ticket, context.now),
    headers: { ETag: `"${result.ticket.changeId}"` },
  };
};
