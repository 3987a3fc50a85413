import { maxTags, type Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition, ticketChange, unwrapChange } from '../ticket/ticket-change.ts';
import { ticketResponse } from '../ticket/ticket-response.ts';

export const changeTags: Handler<Routes['changeTags']> = async (request) => {
  const { body, context, send } = request;
  const { add = [], remove = [] } = body;
  const change = { ...ticketChange(request), add, remove, maxTags };
  const changed = await send(storage.changeTags, change);
  const ticket = unwrapChange(change, changed, (unchanged) => {
    const [unlisted] = changed.unlisted;
    if (unlisted !== undefined)
      throw new ApiError('tag_not_listed', { source: { pointer: `/add/${add.indexOf(unlisted)}` } });
    const kept = unchanged.tags.filter((tag) => !remove.includes(tag));
    const tags = new Set([...kept, ...add]);
    if (tags.size > maxTags) throw new ApiError('too_many_tags', { source: { pointer: '/add' } });
    const isSame = kept.length === unchanged.tags.length && tags.size === kept.length;
    return isSame ? unchanged : refuseTransition(unchanged);
  });
  return ticketResponse(ticket, context.now);
};
