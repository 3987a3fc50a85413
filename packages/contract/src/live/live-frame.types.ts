// Generated from live-frame.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { LiveEvent } from './live-event.types.ts';
import type { QueuePlace } from '../queue/queue-place.types.ts';

/** A frame from a client, as JSON text. */
export type ClientFrame =
  | {
      /** Asks for the events after `seq`. Send it once, after `ready`. */
      type: 'resume';
      /**
       * The `seq` of the last event that the client has handled. A customer’s `seq` is valid in its room only.
       */
      seq: number;
    }
  | {
      /** Asks for a `pong`. Any frame from an agent renews its connection lease. */
      type: 'ping';
    }
  | {
      /** Tells the others in the room that the caller is typing, at most once a second. */
      type: 'typing';
      /** The id of the room. 1 to 128 characters. */
      roomId: string;
    };

/** A frame from the desk that is not an event. It has no `seq` of the event log. */
export type ControlFrame = ReadyFrame | ResetFrame | TypingFrame | QueueFrame | PongFrame | PingFrame;

/** The client sent nothing for a while. It responds with a `ping` at once. */
export type PingFrame = {
  /** The type of the frame. */
  type: 'ping';
};

/** The response to a client’s `ping`. */
export type PongFrame = {
  /** The type of the frame. */
  type: 'pong';
  /** The state of the connection. Left out if the desk does not know it. */
  data?:
    | {
        /** The desk has sent every event up to this `seq` that the caller may see. */
        seq?: number | undefined;
      }
    | undefined;
};

/** The place of a waiting customer in the queue: after `resume`, and when it changes. */
export type QueueFrame = {
  /** The type of the frame. */
  type: 'queue';
  /** A customer’s place in the queue. */
  data: QueuePlace;
};

/** The first frame of a connection. No event follows before the client sends `resume`. */
export type ReadyFrame = {
  /** The type of the frame. */
  type: 'ready';
  /** The state of the event log. */
  data: {
    /**
     * The `seq` of the last event in the event log, or for a customer of the last event that it may see. A
     * client that loads its state after this frame and resumes here misses nothing.
     */
    seq: number;
    /** The id of the connection. */
    connectionId: string;
  };
};

/**
 * The event log no longer contains the position to resume from, or the client is more than 10,000 events
 * behind. Reload your state.
 */
export type ResetFrame = {
  /** The type of the frame. */
  type: 'reset';
  /** Where the events continue. */
  data: {
    /** Events after this `seq` follow without another `resume`. */
    seq: number;
  };
};

/** A frame from the desk, as JSON text. */
export type ServerFrame = LiveEvent | ControlFrame;

/** Another person in a room is typing. The frame is not stored and can be lost. */
export type TypingFrame = {
  /** The type of the frame. */
  type: 'typing';
  /** Who is typing, and where. */
  data: {
    /** The id of the room. 1 to 128 characters. */
    roomId: string;
    /** Who is typing. */
    from: {
      /** The person’s role. */
      role: string;
      /** The `sub` claim of the person’s token. Customers get only their own. */
      id?: string | undefined;
      /** The person’s name. */
      name?: string | undefined;
    };
  };
};
