import type { ErrorCode, Routes } from '@chat-ticket/contract';
import type { ClosingCodes, TicketRow } from '@chat-ticket/storage';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { requireVisibleTicket } from './require-ticket.ts';
import { refuseTransition, ticketChange, unwrapChange } from './ticket-change.ts';
import { ticketResponse } from './ticket-response.ts';

export const listClosingCodes: Handler<Routes['listClosingCodes']> = async ({ principal, send, params }) => {
  const { ticket, isCodeRequired, closingCodes } = await send(storage.listClosingCodes, {
    ticketId: params.ticketID,
  });
  requireVisibleTicket(principal, ticket);
  return { status: 200, body: { isRequired: isCodeRequired, closingCodes: [...closingCodes] } };
};

export const setClosingCode: Handler<Routes['setClosingCode']> = async (request) => {
  const { body, context, send } = request;
  const { closingCode, closingNote = null } = body;
  const change = { ...ticketChange(request), closingCode, closingNote };
  const changed = await send(storage.setClosingCode, change);
  const ticket = unwrapChange(change, changed, (unchanged) => {
    if (unchanged.closingCode === closingCode && unchanged.closingNote === closingNote) return unchanged;
    refuseUnknownCode(unchanged, closingCode, changed.closingCodes);
    return refuseTransition(unchanged);
  });
  return ticketResponse(ticket, context.now);
};

/** The reason why a ticket that is still open was not closed. */
export function refuseClose(
  ticket: TicketRow,
  closingCode: string | null,
  allowed: ClosingCodes = [],
): never {
  refuseUnknownCode(ticket, closingCode, allowed);
  throw closingCodeError('closing_code_required', allowed);
}

function refuseUnknownCode(ticket: TicketRow, closingCode: string | null, allowed: ClosingCodes): void {
  const isKnown = closingCode === ticket.closingCode || allowed.some(({ id }) => id === closingCode);
  if (closingCode !== null && !isKnown)
    throw closingCodeError('closing_code_unknown', allowed, { source: { pointer: '/closingCode' } });
}

/** An error with the closing codes that the ticket can get. */
export const closingCodeError = (
  code: ErrorCode & ('closing_code_required' | 'closing_code_unknown'),
  closingCodes: readonly { id: string }[],
  more: { source?: { pointer: string } } = {},
) => new ApiError(code, { ...more, meta: { closingCodes: closingCodes.map(({ id }) => id) } });
