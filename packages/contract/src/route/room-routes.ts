import * as v from 'valibot';
import { Message, MessagePage, MessageSearch, SendMessageParam } from '../message.ts';
import { limitText, seqText } from '../query.ts';
import { ReadParam, Room, RoomToken } from '../room.ts';
import { actingAgent, actingAgentErrors, basePath, bodyErrors, deskRoles, roomID } from './route-parts.ts';
import { QueuePlace } from '../routing.ts';
import { Ticket } from '../ticket.ts';
import type { Route } from './route.ts';

const inRoom = ['agent', 'customer', 'supervisor', 'admin', 'service'] as const;

/** What is said in rooms, and who may listen. */
export const roomRoutes = {
  closeRoom: {
    method: 'DELETE',
    path: `${basePath}/v1/rooms/{roomID}`,
    tag: 'room',
    summary: 'Close room',
    description:
      'Closes the chat room; its ticket goes to wrap-up (CHAT_CLOSED) and stays with the agent. Closing again answers the same.',
    access: deskRoles,
    params: { roomID },
    headers: actingAgent,
    body: null,
    responses: { 200: Ticket },
    errors: [...actingAgentErrors, 'parameter_invalid', 'room_not_found', 'ticket_of_another_agent'],
  },
  getQueuePlace: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}/queue`,
    tag: 'room',
    summary: 'Get a customer’s place in the queue',
    description: 'A customer’s token opens the room of its `room` claim alone.',
    access: ['customer', 'supervisor', 'admin', 'service'],
    params: { roomID },
    headers: {},
    body: null,
    responses: { 200: QueuePlace },
    errors: ['parameter_invalid', 'room_not_found'],
  },
  getRoom: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}`,
    tag: 'room',
    summary: 'Get a room',
    description:
      'For the agent who has its ticket, the customer whose token names it, and those who see all. `lastSeq` counts notes too.',
    access: inRoom,
    params: { roomID },
    headers: {},
    body: null,
    responses: { 200: Room },
    errors: ['parameter_invalid', 'room_not_found'],
  },
  sendMessage: {
    method: 'POST',
    path: `${basePath}/v1/rooms/{roomID}/messages`,
    tag: 'room',
    summary: 'Send a message to a room',
    description:
      '201: said. 200: it was said before with this `clientMessageId`; the answer is that message. A `note` is for agents, supervisors and admins, `system` for services. Saying something does not pick the ticket.',
    access: inRoom,
    idempotent: true,
    params: { roomID },
    headers: {},
    body: SendMessageParam,
    responses: { 201: Message, 200: Message },
    errors: [...bodyErrors, 'parameter_invalid', 'room_not_found', 'room_closed', 'client_message_id_reused'],
  },
  listMessages: {
    method: 'GET',
    path: `${basePath}/v1/rooms/{roomID}/messages`,
    tag: 'room',
    summary: 'List the messages of a room',
    description:
      'With `after` the first ones behind it, otherwise the newest; below `before` where that is given. Customers never see notes: the `seq` of what they see can then have gaps, in which nothing is missing.',
    access: inRoom,
    params: { roomID },
    query: {
      after: seqText('Only messages of a higher `seq`.'),
      before: seqText('Only messages of a lower `seq`.'),
      limit: limitText(200, 50),
    },
    headers: {},
    body: null,
    responses: { 200: MessagePage },
    errors: ['parameter_invalid', 'room_not_found'],
  },
  setReadPosition: {
    method: 'PUT',
    path: `${basePath}/v1/rooms/{roomID}/read`,
    tag: 'room',
    summary: 'Say how far one has read',
    description:
      'The caller’s own position. It only ever grows, and never beyond the last message; a lower one changes nothing.',
    access: inRoom,
    params: { roomID },
    headers: {},
    body: ReadParam,
    responses: { 200: Room },
    errors: [...bodyErrors, 'parameter_invalid', 'room_not_found'],
  },
  createRoomToken: {
    method: 'POST',
    path: `${basePath}/v1/rooms/{roomID}/token`,
    tag: 'room',
    summary: 'Get a customer’s token for a room',
    description:
      'For the customer of the room’s ticket, to hand to its browser or app: it opens this room alone, for 24 hours. A desk whose tokens come from a key set of another issuer can’t sign one.',
    access: ['service'],
    idempotent: true,
    params: { roomID },
    headers: {},
    body: null,
    responses: { 200: RoomToken },
    errors: ['parameter_invalid', 'room_not_found', 'token_not_issued_here'],
  },
  searchMessages: {
    method: 'GET',
    path: `${basePath}/v1/messages/search`,
    tag: 'room',
    summary: 'Search what was said',
    description:
      'Finds the messages, notes included, that hold all words of `q`; the last word may be a beginning. Case and accents don’t matter. In a script without spaces between words, what is looked for has to begin where a run of letters does.',
    access: ['supervisor', 'admin'],
    params: {},
    query: {
      q: v.pipe(
        v.string(),
        v.maxLength(256),
        v.check((text) => /\S/.test(text) && !text.includes('\0'), 'must hold a word'),
        v.description('Words. Nothing in it is an operator. Required.'),
        v.examples(['late order']),
      ),
      limit: limitText(100, 20),
    },
    headers: {},
    body: null,
    responses: { 200: MessageSearch },
    errors: ['parameter_invalid'],
  },
} as const satisfies Record<string, Route>;
