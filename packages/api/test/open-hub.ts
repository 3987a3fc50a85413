import { setTimeout as pause } from 'node:timers/promises';
import type { LiveClose, ServerFrame } from '@chat-ticket/contract';
import type { Principal } from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { type LogLine, type Socket, type TypingNotice, Hub } from '../src/index.ts';
import { openDesk } from './open-desk.ts';

/** A socket whose reader takes every frame at once, except what `pending` counts. */
export class TestSocket implements Socket {
  readonly frames: ServerFrame[] = [];
  /** What was sent and is not read yet. */
  readonly pending = { frames: 0, bytes: 0 };
  /** Whether the reader has stopped reading. Frames that are sent from then on stay pending. */
  isBlocked = false;
  closedBy: LiveClose | undefined;
  pings = 0;
  /** What the hub stored with the socket, for a runtime that loses its memory. */
  position: number | undefined;
  place: string | null | undefined;

  readonly #onWritten: (() => void)[] = [];

  send(text: string, onWritten?: () => void): void {
    this.frames.push(JSON.parse(text) as ServerFrame);
    if (!this.isBlocked) return onWritten?.();
    this.pending.frames += 1;
    this.pending.bytes += text.length;
    if (onWritten) this.#onWritten.push(onWritten);
  }
  /** The reader reads again, and takes what is pending. */
  unblock(): void {
    this.isBlocked = false;
    Object.assign(this.pending, { frames: 0, bytes: 0 });
    for (const onWritten of this.#onWritten.splice(0)) onWritten();
  }
  savePosition(position: number): void {
    this.position = position;
  }
  saveQueuePlace(place: string | null): void {
    this.place = place;
  }
  ping(): void {
    this.pings += 1;
  }
  close(why: LiveClose): void {
    this.closedBy = why;
  }
  backlog(): { frames: number; bytes: number } {
    return { ...this.pending };
  }
  /** The `seq` of each event sent, in the order they were sent. */
  seqs(): number[] {
    return this.frames.flatMap((frame) => ('seq' in frame ? [frame.seq] : []));
  }
  control(): string[] {
    return this.frames.flatMap((frame) => ('seq' in frame ? [] : [frame.type]));
  }
}

/**
 * Opens a desk with a hub in this process, and a hub for the customers of each room that `openRoomHub` was
 * called for. With `receivesEvents: false` the desk does not publish to the hubs, as if another process had
 * written the events.
 */
export async function openHub({ receivesEvents = true } = {}) {
  const published: { hub?: Hub } = {};
  const rooms = new Map<string, Hub>();
  const reads = { count: 0 };
  const pauses = { count: 0 };
  const desk = await openDesk({
    publish: (events) => {
      if (!receivesEvents) return;
      published.hub?.publish(events);
      for (const [roomId, room] of rooms) room.publish(events.filter((event) => event.roomId === roomId));
    },
  });
  const restartHub = (): Hub => {
    const hub = new Hub({
      ...ports,
      publish: (events) => hub.publish(events),
      forwardTyping: (typing) => rooms.get(typing.data.roomId)?.receiveTyping(typing),
    });
    published.hub = hub;
    return hub;
  };
  const openRoomHub = (roomId: string): Hub => {
    const others = {
      publish: () => {},
      forwardTyping: (typing: TypingNotice) => published.hub?.receiveTyping(typing),
    };
    const room = new Hub({ ...ports, ...others }, roomId);
    rooms.set(roomId, room);
    return room;
  };
  const ports = {
    openDatabase: async (): Promise<Database> => ({
      batch: (statements, mode) => {
        reads.count += 1;
        return desk.db.batch(statements, mode);
      },
    }),
    now: () => desk.clock.now,
    newId: () => crypto.randomUUID(),
    pause: (ms: number) => {
      pauses.count += 1;
      return pause(ms);
    },
    log: (entry: LogLine) => desk.logged.push(entry),
  };
  const hub = restartHub();

  const connect = (principal: Partial<Principal> & Pick<Principal, 'role' | 'sub'>, livesMs = 3_600_000) => {
    const socket = new TestSocket();
    const token = {
      principal: { workspace: 'default', ...principal },
      issuedAt: 0,
      expiresAt: desk.clock.now + livesMs,
    };
    const own = principal.role === 'customer' ? rooms.get(principal.room ?? '') : undefined;
    return { socket, connection: (own ?? published.hub!).connect(token, socket) };
  };

  /** A connection that receives the events after `seq`, or from now on. */
  const follow = async (principal: Parameters<typeof connect>[0], seq?: number) => {
    const { socket, connection } = connect(principal);
    while (socket.frames.length === 0) await pause(1);
    const [ready] = socket.frames;
    const last = ready && 'data' in ready && ready.type === 'ready' ? ready.data.seq : 0;
    connection.receive(JSON.stringify({ type: 'resume', seq: seq ?? last }));
    return { socket, connection };
  };

  return {
    ...desk,
    hub,
    /** Opens a new hub with an empty memory, which replaces the one before. */
    restartHub,
    /** Opens a new hub for the customers of a room, which replaces the one before. */
    openRoomHub,
    reads,
    /** How often the hubs gave other work a turn. */
    pauses,
    connect,
    follow,
    createTicket: async (customer: string) => {
      const response = await desk.call('service', 'backend', 'POST', '/v1/tickets', {
        customer: { id: customer },
      });
      return (await response.json()) as { id: string; metadata: { roomId: string } };
    },
    sendMessage: (roomId: string, text: string) =>
      desk.call('service', 'backend', 'POST', `/v1/rooms/${roomId}/messages`, {
        clientMessageId: crypto.randomUUID(),
        text,
      }),
    recordRefund: (ticketId: string, note = 'x') =>
      desk.call('service', 'backend', 'PUT', `/v1/tickets/${ticketId}/status`, {
        status: 'REFUND_CREATED',
        note,
      }),
    /** Appends this many events to the event log, in one write. Customers get those of the type `ticket.assigned`. */
    appendEvents: (
      count: number,
      { ticketId, data, type = 'ticket.updated' }: { ticketId: string; data: object; type?: string },
    ) =>
      desk.db.batch(
        [
          {
            sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
              insert into events (type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data, customer_seq)
              select ?, 0, hex(randomblob(16)), tickets.id, tickets.id, 'system', 'test', ?,
                iif(? = 'ticket.assigned', last_customer_seq + n.i, null)
              from n, tickets where tickets.id = ? order by n.i`,
            args: [count, type, JSON.stringify(data), type, ticketId],
          },
        ],
        'write',
      ),
    /** The `seq` of each event in the event log. */
    eventSeqs: async () =>
      (await desk.db.batch(['select seq from events order by seq'], 'read'))[0]!.rows.map((row) => row[0]),
  };
}
