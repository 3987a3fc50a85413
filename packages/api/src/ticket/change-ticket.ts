import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { ticketChange, ticketRefusal, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

type ChangeRoute = Routes['escalateTicket' | 'extendTicket' | 'requeueTicket'];
type ChangeParams = storage.TicketChange & { note: string | null };

/** A handler that sends one command to change the ticket in the path and returns the ticket. */
const changeHandler =
  (
    command: storage.Command<ChangeParams, storage.TicketChangeOutcome>,
    onUnchanged?: (ticket: storage.TicketRow) => storage.TicketRow,
  ): Handler<ChangeRoute> =>
  async (request) => {
    const { body, context, send } = request;
    const change = { ...ticketChange(request), note: body?.note ?? null };
    return ticketResponse(unwrapChange(change, await send(command, change), onUnchanged), context.now);
  };

export const escalateTicket = changeHandler(storage.escalateTicket);

export const extendTicket = changeHandler(storage.extendTicket, (ticket) => {
  throw ticketRefusal('auto_close_not_running', ticket);
});

export const requeueTicket = changeHandler(storage.requeueTicket);
