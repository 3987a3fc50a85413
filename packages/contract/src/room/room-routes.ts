import * as v from 'valibot';
import { basePath, deskRoles, roomRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { pageQuery } from '../route/list.ts';
import { actingAgent, roomID } from '../route/parameters.ts';
import { limitQuery, seqQuery } from '../scalar/query-number.ts';
import { Ticket } from '../ticket/ticket.ts';
import { Message, MessagePage, MessageSearch, SendMessageParam } from './message.ts';
import { ReadParam, Room } from './room.ts';
import { isSearchable } from './is-searchable.ts';

/** Chat rooms and their messages. */
export const roomRoutes = defineRoutes({
  closeRoom: {
    method: 'DELETE',
    path: `${basePath}/v1/rooms/{roomID}`,
    tag: 'room',
    summary: 'Close room',
    description:
      'Closes the chat room. Its ticket goes to wrap-up (CHAT_CLOSED) and stays with its agent. Closing a closed room returns its ticket unchanged. If the queue requires a closing code, set it first with PUT /v1/tickets/{ticketID}/closingCode.',
    access: deskRoles,
    params: { roomID },
    headers: actingAgent,
    responses: { 200: Ticket },
    errors: ['room_not_found', 'ticket_of_another_agent', 'closing_code_required'],
  },
  getRoom: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}`,
    tag: 'room',
    summary: 'Get a room',
    description:
      'Agents can get the rooms of their own tickets and, while they have an open ticket of a customer, all rooms of that customer. Customers can get the room that their token names. Supervisors, admins and services can get every room.',
    access: roomRoles,
    params: { roomID },
    responses: { 200: Room },
    errors: ['room_not_found'],
  },
  sendMessage: {
    method: 'POST',
    path: `${basePath}/v1/rooms/{roomID}/messages`,
    tag: 'room',
    summary: 'Send a message',
    description:
      '201: the message is new. 200: the same message was already sent with this `clientMessageId`, and is returned. Only agents, supervisors and admins may send a `note`, and only services a `system` message. Sending a message does not pick the ticket.',
    access: roomRoles,
    idempotent: true,
    params: { roomID },
    body: SendMessageParam,
    responses: { 201: Message, 200: Message },
    errors: ['room_not_found', 'room_closed', 'client_message_id_reused'],
  },
  listMessages: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}/messages`,
    tag: 'room',
    summary: 'List messages',
    description:
      'Returns the newest messages, or with `after` the first ones that follow it. With `before`, only messages before it count. Customers never see notes, and for them `seq` does not count notes.',
    access: roomRoles,
    params: { roomID },
    query: {
      after: seqQuery('Only messages with a higher `seq`.'),
      before: seqQuery('Only messages with a lower `seq`.'),
      limit: limitQuery(200, 50),
    },
    responses: { 200: MessagePage },
    errors: ['room_not_found'],
  },
  setReadPosition: {
    method: 'PUT',
    path: `${basePath}/v1/rooms/{roomID}/read`,
    tag: 'room',
    summary: 'Set the read position',
    description:
      'Sets how far the caller has read the room. The position only grows, up to the last message; a lower one changes nothing.',
    access: roomRoles,
    params: { roomID },
    body: ReadParam,
    responses: { 200: Room },
    errors: ['room_not_found'],
  },
  searchMessages: {
    method: 'GET',
    path: `${basePath}/v1/messages/search`,
    tag: 'room',
    summary: 'Search messages',
    description:
      'Finds the messages, notes included, that contain all words and phrases of `q` in their text and the names of their files. Letter case, width, accents and marks that people leave out do not matter. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese words are found inside a run of letters. Returns the newest matches first.',
    access: ['supervisor', 'admin'],
    list: 'results',
    query: {
      q: v.pipe(
        v.string(),
        v.maxLength(256),
        v.check((text) => !text.includes('\0'), 'must not contain U+0000'),
        v.check(isSearchable, 'must contain a letter, a digit or an emoji'),
        v.description(
          'The words to search for. Words between double quotes are a phrase: they must follow each other. A word or phrase with `*` at its end, and the last word without quotes, may be the beginning of a word. Nothing else is an operator. Required.',
        ),
        v.examples(['late order']),
      ),
      ...pageQuery('WzQ3MTFd'),
    },
    responses: { 200: MessageSearch },
  },
});
