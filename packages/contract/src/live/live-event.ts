import * as v from 'valibot';
import { Identifier, Timestamp } from '../identifier.ts';
import { Role } from '../token.ts';

/** What can happen to a ticket or its room. More may come: leave alone what you do not know. */
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
  'ticket.closed',
  'room.closed',
  'room.auto_close_warned',
] as const;

/** What can happen to an agent. `connected` and `disconnected` tell of its lease, not of a socket. */
export const agentEventTypes = [
  'agent.status_changed',
  'agent.saved',
  'agent.removed',
  'agent.connected',
  'agent.disconnected',
] as const;

/** Its number in the workspace’s log: it only grows, in the order of the commits, and may leave some out. */
const seq = v.pipe(v.number(), v.integer(), v.minValue(1));

const Actor = v.object({ role: v.string(), id: v.string() });

const happened = {
  /** When, in seconds since 1970. */
  timestamp: Timestamp,
  /** Who did it, `system` for a rule; not told to customers. */
  actor: v.optional(Actor),
};

/** Of a ticket. A customer is told `timestamp`, `ticketId`, `roomId` and `status` alone. */
export const TicketEvent = v.object({
  seq,
  type: v.picklist(ticketEventTypes),
  data: v.looseObject({
    ...happened,
    ticketId: Identifier,
    roomId: Identifier,
    /** The ticket’s status from then on. */
    status: v.string(),
    queueId: v.optional(v.string()),
    /** The agent concerned: who gets it, who has it, or who had it where the event takes it away. */
    agentId: v.optional(v.nullable(Identifier)),
    /** In `ticket.assigned`: the agent it was taken from, where a person gave it on. */
    fromAgentId: v.optional(v.nullable(Identifier)),
    reason: v.optional(v.nullable(v.string())),
    note: v.optional(v.nullable(v.string())),
  }),
});
export type TicketEvent = v.InferOutput<typeof TicketEvent>;

/** Of an agent; told to itself and to those who see the whole desk. */
export const AgentEvent = v.object({
  seq,
  type: v.picklist(agentEventTypes),
  data: v.looseObject({
    ...happened,
    agentId: Identifier,
    /** The agent’s declared status. */
    status: v.string(),
    reason: v.optional(v.nullable(v.string())),
  }),
});
export type AgentEvent = v.InferOutput<typeof AgentEvent>;

/** A message in a room. A customer is never told of a note. */
export const MessageEvent = v.object({
  seq,
  type: v.literal('message.posted'),
  data: v.looseObject({
    ...happened,
    ticketId: Identifier,
    roomId: Identifier,
    /** Its number in the room: 1, 2, 3, with none left out. */
    seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
    kind: v.picklist(['message', 'note', 'system']),
    from: v.looseObject({ role: v.string(), id: v.string(), name: v.optional(v.nullable(v.string())) }),
    /** Null where attachments stand alone. */
    text: v.optional(v.nullable(v.string())),
    attachments: v.optional(v.nullable(v.array(v.looseObject({})))),
    /** When, in milliseconds since 1970. */
    timestampMs: v.number(),
    /** The agent whose ticket it is; not told to customers. */
    agentId: v.optional(v.nullable(Identifier)),
  }),
});
export type MessageEvent = v.InferOutput<typeof MessageEvent>;

/** Somebody has read a room up to a message. Not told to customers. */
export const RoomReadEvent = v.object({
  seq,
  type: v.literal('room.read'),
  data: v.looseObject({
    ...happened,
    ticketId: Identifier,
    roomId: Identifier,
    /** The last message read. */
    seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    agentId: v.optional(v.nullable(Identifier)),
  }),
});
export type RoomReadEvent = v.InferOutput<typeof RoomReadEvent>;

/** The settings have been replaced: GET /v1/settings has them. Told to those who see the whole desk. */
export const SettingsEvent = v.object({
  seq,
  type: v.literal('settings.changed'),
  data: v.looseObject({ ...happened, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
});
export type SettingsEvent = v.InferOutput<typeof SettingsEvent>;

/** Somebody’s tokens were revoked. Told to those who see the whole desk. */
export const TokensRevokedEvent = v.object({
  seq,
  type: v.literal('tokens.revoked'),
  data: v.looseObject({ ...happened, role: Role, sub: Identifier }),
});
export type TokensRevokedEvent = v.InferOutput<typeof TokensRevokedEvent>;

/**
 * Something that happened, as the log has it. On one connection events come in the order of `seq`, each
 * once, and none that concerns the caller is left out between two of them.
 */
export const LiveEvent = v.variant('type', [
  TicketEvent,
  AgentEvent,
  MessageEvent,
  RoomReadEvent,
  SettingsEvent,
  TokensRevokedEvent,
]);
export type LiveEvent = v.InferOutput<typeof LiveEvent>;
