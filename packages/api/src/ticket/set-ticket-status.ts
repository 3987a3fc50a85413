import type { Routes, UpdateTicketStatusParam } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const setTicketStatus: Handler<Routes['setTicketStatus']> = async (request) => {
  const { body, command, db } = request;
  const change = ticketChange(request);
  const outcome = await changeStatus(db, { ...change, note: body.note ?? null }, body);
  const changed = unwrapChange(change, outcome, (ticket) => {
    if (outcome.isTaken) throw new ApiError('ticket_exists', { source: { pointer: '/fields/metadata' } });
    // A ticket that already has the status is no conflict.
    return ticket.status === body.status ? ticket : refuseTransition(ticket);
  });
  return ticketResponse(changed, command.now);
};

function changeStatus(
  db: storage.Database,
  change: storage.TicketChange & { note: string | null },
  body: UpdateTicketStatusParam,
): Promise<storage.TicketChangeOutcome & { isTaken?: boolean }> {
  switch (body.status) {
    case 'CLOSED':
      return storage.closeTicket(db, change);
    case 'ESCALATED':
      return storage.escalateTicket(db, change);
    case 'REFUND_CREATED':
      return storage.noteRefundCreated(db, change);
    case 'UPDATE_FIELD':
      return updateFields(db, change, body.fields);
    default:
      return storage.setTicketStatus(db, { ...change, status: body.status });
  }
}

function updateFields(
  db: storage.Database,
  change: storage.TicketChange & { note: string | null },
  { content, metadata, priority }: Extract<UpdateTicketStatusParam, { status: 'UPDATE_FIELD' }>['fields'],
): ReturnType<typeof storage.updateTicket> {
  const fields = { ...metadata, ...(content ? { content: JSON.stringify(content) } : {}), priority };
  const changes = JSON.stringify({ content, ...metadata, priority });
  return storage.updateTicket(db, { ...change, fields, changes });
}
