import type { Routes } from '@chat-ticket/contract';
import { statesBefore } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const transferTicket: Handler<Routes['transferTicket']> = async (request) => {
  const { body, command, db } = request;
  const change = ticketChange(request);
  const note = body.note ?? null;
  if (body.queueId !== undefined) {
    const outcome = await storage.transferToQueue(db, { ...change, queueId: body.queueId, note });
    const moved = unwrapChange(change, outcome, (ticket) => {
      if (isMovable(ticket) && !outcome.isQueueKnown)
        throw new ApiError('queue_unknown', { source: { pointer: '/queueId' } });
      return refuseTransition(ticket);
    });
    return ticketResponse(moved, command.now);
  }

  const outcome = await storage.transferToAgent(db, { ...change, to: body.agentId!, note });
  const given = unwrapChange(change, outcome, (ticket) => {
    if (!isMovable(ticket)) return refuseTransition(ticket);
    if (outcome.receiver === 'holder') return ticket;
    const source = { pointer: '/agentId' };
    throw new ApiError(outcome.receiver === 'unknown' ? 'agent_not_found' : 'agent_cannot_receive', {
      source,
    });
  });
  return ticketResponse(given, command.now);
};

const isMovable = ({ status }: storage.TicketRow) =>
  (statesBefore('ASSIGNED', 'REASSIGNED') as string[]).includes(status);
