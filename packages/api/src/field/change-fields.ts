import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from '../ticket/ticket-change.ts';
import { ticketResponse } from '../ticket/ticket-response.ts';
import { requireFields } from './require-fields.ts';

export const changeFields: Handler<Routes['changeFields']> = async (request) => {
  const { body, context, principal, send } = request;
  await requireFields(send, principal, body.fields);
  const change = { ...ticketChange(request), fields: body.fields };
  const ticket = unwrapChange(change, await send(storage.changeFields, change), (unchanged) => {
    const isSame = Object.entries(body.fields).every(
      ([id, value]) => (unchanged.fields[id] ?? null) === value,
    );
    return isSame ? unchanged : refuseTransition(unchanged);
  });
  return ticketResponse(ticket, context.now);
};
