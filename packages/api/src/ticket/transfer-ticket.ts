import type { Routes } from '@chat-ticket/contract';
import { activeStates } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { changedTicket, ticketAnswer, ticketChange } from './change-answer.ts';

export const transferTicket: Handler<Routes['transferTicket']> = async (request) => {
  const { body, command, db } = request;
  const change = ticketChange(request);
  const note = body.note ?? null;
  if (body.queueId !== undefined) {
    const outcome = await storage.transferToQueue(db, { ...change, queueId: body.queueId, note });
    if (!outcome.isDone && outcome.ticket && !outcome.isQueueKnown)
      throw new ApiError('queue_unknown', { source: { pointer: '/queueId' } });
    return ticketAnswer(changedTicket(change, outcome), command.now);
  }

  const outcome = await storage.transferToAgent(db, { ...change, to: body.agentId!, note });
  const { isDone, receiver, ticket } = outcome;
  if (!isDone && ticket && isMovable(ticket.status) && (change.owner ?? ticket.agentId) === ticket.agentId) {
    const source = { pointer: '/agentId' };
    if (receiver === 'unknown') throw new ApiError('agent_not_found', { source });
    if (receiver === 'unable') throw new ApiError('agent_cannot_receive', { source });
  }
  return ticketAnswer(changedTicket(change, outcome), command.now);
};

const isMovable = (status: string) =>
  [...activeStates, 'CREATED', 'WORKFLOW_DONE', 'ESCALATED', 'ERROR'].includes(status);
