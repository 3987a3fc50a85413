import type { Routes, UpdateTicketStatusParam } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const setTicketStatus: Handler<Routes['setTicketStatus']> = async (request) => {
  const { body, context, send } = request;
  const change = { ...ticketChange(request), note: body.note ?? null };
  const changed = await changeStatus(send, change, body);
  const ticket = unwrapChange(change, changed, (unchanged) => {
    if (changed.outcome === 'ticket_exists')
      throw new ApiError('ticket_exists', { source: { pointer: '/fields/metadata' } });
    // A ticket that has the status already is no conflict.
    return unchanged.status === body.status ? unchanged : refuseTransition(unchanged);
  });
  return ticketResponse(ticket, context.now);
};

function changeStatus(
  send: storage.Send,
  change: storage.TicketChange & { note: string | null },
  body: UpdateTicketStatusParam,
): Promise<storage.TicketChangeOutcome<'ticket_exists'>> {
  switch (body.status) {
    case 'CLOSED':
      return send(storage.closeTicket, change);
    case 'ESCALATED':
      return send(storage.escalateTicket, change);
    case 'REFUND_CREATED':
      return send(storage.recordRefund, change);
    case 'UPDATE_FIELD': {
      const { content, metadata, priority } = body.fields;
      const fields = { content, ...metadata, priority };
      return send(storage.updateTicket, { ...change, fields, changes: fields });
    }
    default:
      return send(storage.setTicketStatus[body.status], change);
  }
}
