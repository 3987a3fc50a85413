import type { Routes, UpdateTicketStatusParam } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseClose } from './closing-code.ts';
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
    if (unchanged.status === body.status) return unchanged;
    if (body.status === 'CLOSED')
      return refuseClose(unchanged, body.closingCode ?? null, changed.closingCodes);
    return refuseTransition(unchanged);
  });
  return ticketResponse(ticket, context.now);
};

function changeStatus(
  send: storage.Send,
  change: storage.TicketChange & { note: string | null },
  body: UpdateTicketStatusParam,
): Promise<storage.TicketChangeOutcome<'ticket_exists'> & { closingCodes?: storage.ClosingCodes }> {
  switch (body.status) {
    case 'CLOSED':
      return send(storage.closeTicket, {
        ...change,
        closingCode: body.closingCode ?? null,
        closingNote: body.closingNote ?? null,
      });
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
