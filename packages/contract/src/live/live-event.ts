import * as v from 'valibot';
import { Identifier } from '../scalar/identifier.ts';
import { Timestamp } from '../scalar/timestamp.ts';
import { Role } from '../token/token.ts';
import type * as types from './live-event.types.ts';

/** The types of events of a ticket or its room. A newer desk can send more: ignore types that you do not know. */
export const ticketEventTypes = [
  'ticket.created',
  'ticket.assigned',
  'ticket.picked',
  'ticket.declined',
  'ticket.missed',
  'ticket.returned',
  'ticket.moved',
  'ticket.escalated',
  'ticket.widened',
  'ticket.status_changed',
  'ticket.updated',
  'ticket.refund_created',
  'ticket.extended',
  'ticket.closing_changed',
  'ticket.tags_changed',
  'ticket.fields_changed',
  'ticket.closed',
  'room.closed',
  'room.auto_close_warned',
] as const;

/** The types of events of an agent. `connected` and `disconnected` are about its lease, not about a socket. */
export const agentEventTypes = [
  'agent.status_changed',
  'agent.saved',
  'agent.joined',
  'agent.removed',
  'agent.archived',
  'agent.unarchived',
  'agent.connected',
  'agent.disconnected',
] as const;

const seq = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description(
    'The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing. For a customer: the number among the events of its room that it may see, without gaps.',
  ),
);

const common = {
  timestamp: v.pipe(Timestamp, v.description('When it happened, in seconds since 1970.')),
  actor: v.optional(
    v.pipe(
      v.object({
        role: v.pipe(v.string(), v.description('The role of the actor, or `system` for a rule.')),
        id: v.pipe(v.string(), v.description('The id of the actor, or the name of the rule.')),
      }),
      v.description('Who or what caused the event. Customers do not get it.'),
    ),
  ),
};

const ticketId = v.pipe(Identifier, v.description('The id of the ticket.'));
const roomId = v.pipe(Identifier, v.description('The id of the ticket’s room.'));
const reason = v.optional(v.nullable(v.pipe(v.string(), v.description('The rule or cause.'))));

/** Schema of an event of a ticket or its room. */
export const TicketEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.picklist(ticketEventTypes), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        ticketId,
        roomId,
        status: v.pipe(v.string(), v.description('The ticket’s status after the event.')),
        queueId: v.optional(v.pipe(v.string(), v.description('The id of the ticket’s queue.'))),
        agentId: v.optional(
          v.pipe(
            v.nullable(Identifier),
            v.description(
              'The id of the agent who gets or has the ticket, or who had it if the event takes it away.',
            ),
          ),
        ),
        fromAgentId: v.optional(
          v.pipe(
            v.nullable(Identifier),
            v.description('In `ticket.assigned` by a transfer: the id of the agent who had the ticket.'),
          ),
        ),
        reason,
        note: v.optional(v.pipe(v.nullable(v.string()), v.description('The note that the actor wrote.'))),
        tags: v.optional(
          v.pipe(v.array(v.string()), v.description('In `ticket.tags_changed`: all tags of the ticket.')),
        ),
        closingCode: v.optional(
          v.pipe(
            v.nullable(v.string()),
            v.description('In events of a close: the id of the ticket’s closing code.'),
          ),
        ),
        closingNote: v.optional(
          v.pipe(v.nullable(v.string()), v.description('In events of a close: the ticket’s closing note.')),
        ),
      }),
      v.description('The fields of the event. A newer desk can send more.'),
    ),
  }),
  v.description(
    'An event of a ticket or its room. Customers get only `timestamp`, `ticketId`, `roomId` and `status`.',
  ),
);
/** An event of a ticket or its room. Customers get only `timestamp`, `ticketId`, `roomId` and `status`. */
export type TicketEvent = types.TicketEvent;

/** Schema of an event of an agent. */
export const AgentEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.picklist(agentEventTypes), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        agentId: v.pipe(Identifier, v.description('The id of the agent.')),
        status: v.pipe(v.string(), v.description('The agent’s declared status after the event.')),
        reason,
      }),
      v.description('The fields of the event. A newer desk can send more.'),
    ),
  }),
  v.description('An event of an agent. The agent, supervisors, admins and services get it.'),
);
/** An event of an agent. The agent, supervisors, admins and services get it. */
export type AgentEvent = types.AgentEvent;

const attachment = v.looseObject({
  url: v.pipe(v.string(), v.description('The https URL of the file.')),
  type: v.pipe(v.string(), v.description('The media type of the file.')),
  name: v.optional(v.pipe(v.string(), v.description('The name of the file, as shown to people.'))),
  size: v.optional(v.pipe(v.number(), v.description('The size of the file, in bytes.'))),
});

/** Schema of the event of a message. */
export const MessageEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.literal('message.posted'), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        ticketId,
        roomId,
        seq: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.description(
            'The number of the message in its room: 1, 2, 3 and so on, without gaps. For a customer it does not count notes.',
          ),
        ),
        kind: v.pipe(
          v.picklist(['message', 'note', 'system']),
          v.description('The kind of the message. Customers get no event of a `note`.'),
        ),
        from: v.pipe(
          v.looseObject({
            role: v.pipe(v.string(), v.description('The sender’s role, or `system` for a rule.')),
            id: v.optional(
              v.pipe(
                v.string(),
                v.description('The `sub` claim of the sender’s token. Customers get only their own.'),
              ),
            ),
            name: v.optional(v.pipe(v.nullable(v.string()), v.description('The sender’s name.'))),
          }),
          v.description('The sender of the message.'),
        ),
        text: v.optional(
          v.pipe(
            v.nullable(v.string()),
            v.description('The text. Null or left out if the message has only attachments.'),
          ),
        ),
        attachments: v.optional(
          v.pipe(v.nullable(v.array(attachment)), v.description('The files, by reference.')),
        ),
        timestampMs: v.pipe(
          v.number(),
          v.description('When the desk received the message, in milliseconds since 1970.'),
        ),
        agentId: v.optional(
          v.pipe(
            v.nullable(Identifier),
            v.description('The id of the agent who has the ticket. Customers do not get it.'),
          ),
        ),
      }),
      v.description('The message. A newer desk can send more fields.'),
    ),
  }),
  v.description('A message was sent to a room.'),
);
/** A message was sent to a room. Customers get no event of a note. */
export type MessageEvent = types.MessageEvent;

/** Schema of the event of a read position. */
export const RoomReadEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.literal('room.read'), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        ticketId,
        roomId,
        seq: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(0),
          v.description('The `seq` of the last message that the person has read.'),
        ),
        agentId: v.optional(
          v.pipe(v.nullable(Identifier), v.description('The id of the agent who has the ticket.')),
        ),
      }),
      v.description('The fields of the event. A newer desk can send more.'),
    ),
  }),
  v.description('A person has read a room up to a message. Customers do not get this event.'),
);
/** A person has read a room up to a message. Customers do not get this event. */
export type RoomReadEvent = types.RoomReadEvent;

/** Schema of the event of new settings. */
export const SettingsEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.literal('settings.changed'), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        version: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.description('The version of the new settings. GET /v1/settings returns them.'),
        ),
      }),
      v.description('The fields of the event. A newer desk can send more.'),
    ),
  }),
  v.description('The settings were replaced. Supervisors, admins and services get this event.'),
);
/** The settings were replaced. Supervisors, admins and services get this event. */
export type SettingsEvent = types.SettingsEvent;

/** Schema of the event of revoked tokens. */
export const TokensRevokedEvent = v.pipe(
  v.object({
    seq,
    type: v.pipe(v.literal('tokens.revoked'), v.description('What happened.')),
    data: v.pipe(
      v.looseObject({
        ...common,
        role: v.pipe(Role, v.description('The role of the revoked tokens.')),
        sub: v.pipe(Identifier, v.description('The `sub` claim of the revoked tokens.')),
      }),
      v.description('The fields of the event. A newer desk can send more.'),
    ),
  }),
  v.description('A person’s tokens were revoked. Supervisors, admins and services get this event.'),
);
/** A person’s tokens were revoked. Supervisors, admins and services get this event. */
export type TokensRevokedEvent = types.TokensRevokedEvent;

/** Schema of an event on the live channel. */
export const LiveEvent = v.pipe(
  v.variant('type', [
    TicketEvent,
    AgentEvent,
    MessageEvent,
    RoomReadEvent,
    SettingsEvent,
    TokensRevokedEvent,
  ]),
  v.description('An event on the live channel.'),
);
/**
 * An event on the live channel. A connection gets the events that its caller may see by ascending `seq`, each
 * once, with none left out.
 */
export type LiveEvent = types.LiveEvent;
