import type { Routes } from '@chat-ticket/contract';
import { statesBefore } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const transferTicket: Handler<Routes['transferTicket']> = async (request) => {
  const { body, context, send } = request;
  const change = { ...ticketChange(request), note: body.note ?? null };
  if (body.queueId !== undefined) {
    const moved = await send(storage.transferToQueue, { ...change, queueId: body.queueId });
    const ticket = unwrapChange(change, moved, (unchanged) => {
      if (isMovable(unchanged) && moved.outcome === 'queue_unknown')
        throw new ApiError('queue_unknown', { source: { pointer: '/queueId' } });
      return refuseTransition(unchanged);
    });
    return ticketResponse(ticket, context.now);
  }

  const given = await send(storage.transferToAgent, { ...change, to: body.agentId! });
  const ticket = unwrapChange(change, given, (unchanged) => {
    if (!isMovable(unchanged)) return refuseTransition(unchanged);
    if (given.outcome === 'agent_has_ticket') return unchanged;
    const code = given.outcome === 'agent_unknown' ? 'agent_not_found' : 'agent_cannot_receive';
    throw new ApiError(code, { source: { pointer: '/agentId' } });
  });
  return ticketResponse(ticket, context.now);
};

const isMovable = ({ status }: storage.TicketRow) => statesBefore('ASSIGNED', 'REASSIGNED').includes(status);
