import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { changedTicket, ticketAnswer, ticketChange } from './change-answer.ts';

export const closeTicket: Handler<Routes['closeTicket']> = async (request) => {
  const { command, db } = request;
  const change = ticketChange(request);
  const outcome = await storage.closeTicket(db, { ...change, note: null });
  const isClosed = outcome.ticket?.status === 'CLOSED' && change.ifVersion === null;
  const ticket = changedTicket(change, isClosed ? ownOnly(outcome, change.owner) : outcome);
  return ticketAnswer(ticket, command.now);
};

/** Closing again answers the same, to whoever may know of the ticket. */
const ownOnly = (
  { ticket }: storage.TicketChangeOutcome,
  owner: string | null,
): storage.TicketChangeOutcome => ({
  isDone: owner === null || ticket?.agentId === owner,
  ticket,
});
