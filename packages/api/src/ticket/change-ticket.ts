import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { ticketChange, ticketRefusal, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

type ChangeRoute = Routes['closeTicket' | 'escalateTicket' | 'extendTicket' | 'requeueTicket'];
type ChangeCommand = (
  db: storage.Database,
  change: storage.TicketChange & { note: string | null },
) => Promise<storage.TicketChangeOutcome>;

/** A handler that sends one command to change the ticket in the path and returns the ticket. */
const changeHandler =
  (
    change: ChangeCommand,
    onUnchanged?: (ticket: storage.TicketRow) => storage.TicketRow,
  ): Handler<ChangeRoute> =>
  async (request) => {
    const { body, command, db } = request;
    const params = { ...ticketChange(request), note: body?.note ?? null };
    return ticketResponse(unwrapChange(params, await change(db, params), onUnchanged), command.now);
  };

// A ticket that stays unchanged was closed before: closing it again is no error.
export const closeTicket = changeHandler(storage.closeTicket, (closed) => closed);

export const escalateTicket = changeHandler(storage.escalateTicket);

export const extendTicket = changeHandler(storage.extendTicket, (ticket) => {
  throw ticketRefusal('auto_close_not_running', ticket);
});

export const requeueTicket = changeHandler(storage.requeueTicket);
