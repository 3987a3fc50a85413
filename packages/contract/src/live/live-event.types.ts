// Generated from live-event.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { Role } from '../token/token.types.ts';

/** An event of an agent. The agent, supervisors, admins and services get it. */
export type AgentEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type:
    | 'agent.status_changed'
    | 'agent.saved'
    | 'agent.joined'
    | 'agent.removed'
    | 'agent.archived'
    | 'agent.unarchived'
    | 'agent.connected'
    | 'agent.disconnected';
  /** The fields of the event. A newer desk can send more. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The id of the agent. 1 to 128 characters. */
    agentId: string;
    /** The agent’s declared status after the event. */
    status: string;
    /** The rule or cause. */
    reason?: string | null | undefined;
  } & { [key: string]: unknown };
};

/** An event on the live channel. */
export type LiveEvent =
  | TicketEvent
  | AgentEvent
  | MessageEvent
  | RoomReadEvent
  | SettingsEvent
  | TokensRevokedEvent;

/** A message was sent to a room. */
export type MessageEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type: 'message.posted';
  /** The message. A newer desk can send more fields. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The id of the ticket. 1 to 128 characters. */
    ticketId: string;
    /** The id of the ticket’s room. 1 to 128 characters. */
    roomId: string;
    /**
     * The number of the message in its room: 1, 2, 3 and so on, without gaps. For a customer it does not count
     * notes.
     */
    seq: number;
    /** The kind of the message. Customers get no event of a `note`. */
    kind: 'message' | 'note' | 'system';
    /** The sender of the message. */
    from: {
      /** The sender’s role, or `system` for a rule. */
      role: string;
      /** The `sub` claim of the sender’s token. Customers get only their own. */
      id?: string | undefined;
      /** The sender’s name. */
      name?: string | null | undefined;
    } & { [key: string]: unknown };
    /** The text. Null or left out if the message has only attachments. */
    text?: string | null | undefined;
    /** The files, by reference. */
    attachments?:
      | ({
          /** The https URL of the file. */
          url: string;
          /** The media type of the file. */
          type: string;
          /** The name of the file, as shown to people. */
          name?: string | undefined;
          /** The size of the file, in bytes. */
          size?: number | undefined;
        } & { [key: string]: unknown })[]
      | null
      | undefined;
    /** When the desk received the message, in milliseconds since 1970. */
    timestampMs: number;
    /** The id of the agent who has the ticket. Customers do not get it. 1 to 128 characters. */
    agentId?: string | null | undefined;
  } & { [key: string]: unknown };
};

/** A person has read a room up to a message. Customers do not get this event. */
export type RoomReadEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type: 'room.read';
  /** The fields of the event. A newer desk can send more. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The id of the ticket. 1 to 128 characters. */
    ticketId: string;
    /** The id of the ticket’s room. 1 to 128 characters. */
    roomId: string;
    /** The `seq` of the last message that the person has read. */
    seq: number;
    /** The id of the agent who has the ticket. 1 to 128 characters. */
    agentId?: string | null | undefined;
  } & { [key: string]: unknown };
};

/** The settings were replaced. Supervisors, admins and services get this event. */
export type SettingsEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type: 'settings.changed';
  /** The fields of the event. A newer desk can send more. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The version of the new settings. GET /v1/settings returns them. */
    version: number;
  } & { [key: string]: unknown };
};

/** An event of a ticket or its room. Customers get only `timestamp`, `ticketId`, `roomId` and `status`. */
export type TicketEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type:
    | 'ticket.created'
    | 'ticket.assigned'
    | 'ticket.picked'
    | 'ticket.declined'
    | 'ticket.missed'
    | 'ticket.returned'
    | 'ticket.moved'
    | 'ticket.escalated'
    | 'ticket.widened'
    | 'ticket.status_changed'
    | 'ticket.updated'
    | 'ticket.refund_created'
    | 'ticket.extended'
    | 'ticket.closing_changed'
    | 'ticket.tags_changed'
    | 'ticket.fields_changed'
    | 'ticket.closed'
    | 'room.closed'
    | 'room.auto_close_warned';
  /** The fields of the event. A newer desk can send more. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The id of the ticket. 1 to 128 characters. */
    ticketId: string;
    /** The id of the ticket’s room. 1 to 128 characters. */
    roomId: string;
    /** The ticket’s status after the event. */
    status: string;
    /** The id of the ticket’s queue. */
    queueId?: string | undefined;
    /**
     * The id of the agent who gets or has the ticket, or who had it if the event takes it away. 1 to 128
     * characters.
     */
    agentId?: string | null | undefined;
    /** In `ticket.assigned` by a transfer: the id of the agent who had the ticket. 1 to 128 characters. */
    fromAgentId?: string | null | undefined;
    /** The rule or cause. */
    reason?: string | null | undefined;
    /** The note that the actor wrote. */
    note?: string | null | undefined;
    /** In `ticket.tags_changed`: all tags of the ticket. */
    tags?: string[] | undefined;
    /** In events of a close: the id of the ticket’s closing code. */
    closingCode?: string | null | undefined;
    /** In events of a close: the ticket’s closing note. */
    closingNote?: string | null | undefined;
  } & { [key: string]: unknown };
};

/** A person’s tokens were revoked. Supervisors, admins and services get this event. */
export type TokensRevokedEvent = {
  /**
   * The number of the event in the workspace’s event log. It grows in commit order; numbers can be missing.
   * For a customer: the number among the events of its room that it may see, without gaps.
   */
  seq: number;
  /** What happened. */
  type: 'tokens.revoked';
  /** The fields of the event. A newer desk can send more. */
  data: {
    /** When it happened, in seconds since 1970. */
    timestamp: number;
    /** Who or what caused the event. Customers do not get it. */
    actor?:
      | {
          /** The role of the actor, or `system` for a rule. */
          role: string;
          /** The id of the actor, or the name of the rule. */
          id: string;
        }
      | undefined;
    /** The role of the revoked tokens. */
    role: Role;
    /** The `sub` claim of the revoked tokens. 1 to 128 characters. */
    sub: string;
  } & { [key: string]: unknown };
};
