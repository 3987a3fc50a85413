import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { refuseClose } from './closing-code.ts';
import { ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const closeTicket: Handler<Routes['closeTicket']> = async (request) => {
  const { body, context, send } = request;
  const { closingCode = null, closingNote = null } = body;
  const change = { ...ticketChange(request), note: null, closingCode, closingNote };
  const changed = await send(storage.closeTicket, change);
  const ticket = unwrapChange(change, changed, (unchanged) =>
    // Closing a closed ticket again is no error.
    unchanged.status === 'CLOSED' ? unchanged : refuseClose(unchanged, closingCode, changed.closingCodes),
  );
  return ticketResponse(ticket, context.now);
};
