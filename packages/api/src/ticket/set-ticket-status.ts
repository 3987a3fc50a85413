import type { Routes, UpdateTicketStatusParam } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { changedTicket, ticketAnswer, ticketChange } from './change-answer.ts';

export const setTicketStatus: Handler<Routes['setTicketStatus']> = async (request) => {
  const { body, command, db } = request;
  const change = ticketChange(request);
  const outcome = await changeStatus(db, { ...change, note: body.note ?? null }, body);
  return ticketAnswer(changedTicket(change, outcome), command.now);
};

function changeStatus(
  db: storage.Database,
  change: storage.TicketChange & { note: string | null },
  body: UpdateTicketStatusParam,
): Promise<storage.TicketChangeOutcome> {
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

async function updateFields(
  db: storage.Database,
  change: storage.TicketChange & { note: string | null },
  { content, metadata, priority }: Extract<UpdateTicketStatusParam, { status: 'UPDATE_FIELD' }>['fields'],
): Promise<storage.TicketChangeOutcome> {
  const fields = { ...metadata, ...(content ? { content: JSON.stringify(content) } : {}), priority };
  const changes = JSON.stringify({ content, ...metadata, priority });
  const { isTaken, ...outcome } = await storage.updateTicket(db, { ...change, fields, changes });
  if (!outcome.isDone && isTaken)
    throw new ApiError('ticket_exists', { source: { pointer: '/fields/metadata' } });
  return outcome;
}
