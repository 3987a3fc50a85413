import { setTimeout as pause } from 'node:timers/promises';
import type { LiveClose, ServerFrame } from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import type { Database } from '@chat-ticket/storage';
import { type LogEntry, type Socket, type Typing, Hub } from '../src/index.ts';
import { openTestDesk } from './open-test-desk.ts';

/** A socket whose reader takes everything at once, unless `holds` says what it has not taken. */
export class TestSocket implements Socket {
  readonly frames: ServerFrame[] = [];
  readonly holds = { frames: 0, bytes: 0 };
  /** Takes nothing more: whatever is sent from now on stays under way. */
  isStuck = false;
  closedBy: LiveClose | undefined;
  pings = 0;
  /** What a runtime that forgets its memory would have stored beside it. */
  position: number | undefined;
  place: string | null | undefined;

  send(text: string): void {
    if (this.isStuck) {
      this.holds.frames += 1;
      this.holds.bytes += text.length;
    } else this.frames.push(JSON.parse(text) as ServerFrame);
  }
  keep(position: number): void {
    this.position = position;
  }
  keepPlace(place: string | null): void {
    this.place = place;
  }
  ping(): void {
    this.pings += 1;
  }
  close(why: LiveClose): void {
    this.closedBy = why;
  }
  backlog(): { frames: number; bytes: number } {
    return { ...this.holds };
  }
  /** The numbers of the events sent, in the order they were sent. */
  seqs(): number[] {
    return this.frames.flatMap((frame) => ('seq' in frame ? [frame.seq] : []));
  }
  control(): string[] {
    return this.frames.flatMap((frame) => ('seq' in frame ? [] : [frame.type]));
  }
}

/**
 * A hub beside a desk in this process, which publishes to it unless `isDeaf`, as for another process; and one
 * for the customers of each room that `openRoom` was called for.
 */
export async function openTestHub({ isDeaf = false } = {}) {
  const published: { hub?: Hub } = {};
  const rooms = new Map<string, Hub>();
  const reads = { count: 0 };
  const desk = await openTestDesk({
    publish: (events) => {
      if (isDeaf) return;
      published.hub?.publish(events);
      for (const [roomId, room] of rooms) room.publish(events.filter((event) => event.roomId === roomId));
    },
  });
  const openHub = (): Hub => {
    const hub = new Hub({
      ...ports,
      publish: (events) => hub.publish(events),
      passTyping: (typing) => rooms.get(typing.data.roomId)?.hearTyping(typing),
    });
    published.hub = hub;
    return hub;
  };
  const openRoom = (roomId: string): Hub => {
    const others = {
      publish: () => {},
      passTyping: (typing: Typing) => published.hub?.hearTyping(typing),
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
    pause: (ms: number) => pause(ms),
    log: (entry: LogEntry) => desk.logged.push(entry),
  };
  const hub = openHub();

  const connect = (caller: Partial<Caller> & Pick<Caller, 'role' | 'sub'>, livesMs = 3_600_000) => {
    const socket = new TestSocket();
    const admission = {
      caller: { workspace: 'default', ...caller },
      issuedAt: 0,
      expiresAt: desk.clock.now + livesMs,
    };
    const own = caller.role === 'customer' ? rooms.get(caller.room ?? '') : undefined;
    return { socket, connection: (own ?? hub).connect(admission, socket) };
  };

  /** A connection that is told what happens from now on, or from behind `seq`. */
  const follow = async (caller: Parameters<typeof connect>[0], seq?: number) => {
    const { socket, connection } = connect(caller);
    while (socket.frames.length === 0) await pause(1);
    const [ready] = socket.frames;
    const last = ready && 'data' in ready && ready.type === 'ready' ? ready.data.seq : 0;
    connection.receive(JSON.stringify({ type: 'resume', seq: seq ?? last }));
    return { socket, connection };
  };

  return {
    ...desk,
    hub,
    /** The hub as it is made anew, with nothing in memory; the desk publishes to it from then on. */
    openHub,
    /** A hub for the customers of a room, anew if there was one. */
    openRoom,
    reads,
    connect,
    follow,
    takeIn: async (customer: string) => {
      const answer = await desk.call('service', 'backend', 'POST', '/v1/tickets', {
        customer: { id: customer },
      });
      return (await answer.json()) as { id: string; metadata: { roomId: string } };
    },
    say: (roomId: string, text: string) =>
      desk.call('service', 'backend', 'POST', `/v1/rooms/${roomId}/messages`, {
        clientMessageId: crypto.randomUUID(),
        text,
      }),
    note: (ticketId: string, note = 'x') =>
      desk.call('service', 'backend', 'PUT', `/v1/tickets/${ticketId}/status`, {
        status: 'REFUND_CREATED',
        note,
      }),
    /** The numbers of the whole log. */
    log: async () =>
      (await desk.db.batch(['select seq from events order by seq'], 'read'))[0]!.rows.map((row) => row[0]),
  };
}
