import type { Routes } from '@chat-ticket/contract';
import { seesAllTickets, statesBefore } from '@chat-ticket/domain';
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
    throw cannotReceive(given.outcome === 'agent_unknown', seesAllTickets(request.principal));
  });
  return ticketResponse(ticket, context.now);
};

/** Only who sees the whole desk learns whether an agent exists. */
function cannotReceive(isUnknown: boolean, seesAgents: boolean): ApiError {
  const source = { pointer: '/agentId' };
  if (seesAgents) return new ApiError(isUnknown ? 'agent_not_found' : 'agent_cannot_receive', { source });
  return new ApiError('agent_cannot_receive', { detail: noReceiver, source });
}

const noReceiver = 'No agent with this id or email can receive tickets now. Choose another agent or a queue.';

const isMovable = ({ status }: storage.TicketRow) => statesBefore('ASSIGNED', 'REASSIGNED').includes(status);
