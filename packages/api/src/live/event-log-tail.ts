import {
  type Database,
  type EventRow,
  findCustomerPosition,
  getEventLogBounds,
  getRoomEnd,
  type PublishedEvent,
  readEventLog,
  readRoomEventLog,
  type RoomEnd,
  send,
} from '@chat-ticket/storage';
import { EventFrames } from './event-frames.ts';
import { maxResumeEvents } from './limits.ts';
import { ReadTurns } from './read-turns.ts';

/** How much is buffered, so that a short disconnection costs no read. */
const maxBufferedEvents = 512;
const maxBufferedBytes = 4 * 2 ** 20;
/** Events of one page: for a connection, and for the tail itself. */
const pageSize = 64;
const readSize = 256;
/** A page ends early with the event that reaches this many characters. */
const pageCharacters = 256 * 1024;

/** A range of the event log, in order. `end` is the position behind it. */
export type Page = { events: readonly EventFrames[]; end: number };

type TailOptions = {
  open: () => Promise<Database>;
  /** The room whose events are followed; undefined: all events of the workspace. */
  roomId: string | undefined;
  /** Called when events were added. */
  onGrowth: () => void;
  /** Resolves after this time, in ms. */
  pause: (ms: number) => Promise<void>;
};

/**
 * The end of a workspace’s event log, or of one room’s part of it, without a gap. Published events are added
 * directly when they follow the last one; otherwise the log is read. Commits are in the order of `seq`, so no
 * event can appear later before one that was seen.
 */
export class EventLogTail {
  readonly #options: TailOptions;
  readonly #turns: ReadTurns;
  /** All events after `#bufferedFrom`. */
  #buffered: EventFrames[] = [];
  #bufferedFrom: number;
  #bytes = 0;
  /** The last page. After an event every connection asks for the same page. */
  #page: (Page & { after: number }) | undefined;
  #position: number;
  #reading: Promise<void> | undefined;
  #mustReadAgain = false;

  constructor(options: TailOptions, position: number) {
    this.#options = options;
    this.#turns = new ReadTurns(options.pause);
    this.#position = position;
    this.#bufferedFrom = position;
  }

  /** Follows the event log from its present end. */
  static async open(options: TailOptions): Promise<EventLogTail> {
    const { bounds } = await send(await options.open(), getEventLogBounds, {});
    return new EventLogTail(options, bounds.last);
  }

  /** The `seq` up to which all events are known. */
  get position(): number {
    return this.#position;
  }

  /** Adds the events of a committed write. Reads the log when some before them are missing. */
  async take(rows: readonly PublishedEvent[]): Promise<void> {
    for (const row of rows) {
      if (!this.#isContiguous(row)) {
        this.#options.onGrowth();
        return this.catchUp();
      }
      this.#append(row);
    }
    this.#options.onGrowth();
  }

  /** Reads the events of other processes. One read runs at a time; a call during a read gets another one. */
  catchUp(): Promise<void> {
    this.#mustReadAgain = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** The page after a position, from the buffer; undefined when the buffer starts later. */
  bufferedAfter(position: number): Page | undefined {
    if (this.#page?.after === position) return this.#page;
    if (position >= this.#position) return { events: [], end: position };
    if (position < this.#bufferedFrom) return undefined;
    const start = firstAfter(this.#buffered, position);
    const events = this.#buffered.slice(start, start + pageSize);
    const end = start + pageSize >= this.#buffered.length ? this.#position : events.at(-1)!.seq;
    this.#page = { after: position, events, end };
    return this.#page;
  }

  /** Whether a client at this position must load its state: reading so many events would take longer. */
  isTooFarBack(position: number): boolean {
    return this.#position - position > maxResumeEvents;
  }

  /** The page after a position, from the database; null when the log was pruned past it or ends before it. */
  async readAfter(position: number): Promise<Page | null> {
    await this.#turns.take();
    const { bounds, events } = await send(await this.#options.open(), readEventLog, pageAfter(position));
    const { last, oldest } = bounds;
    return position > last || position < (oldest ?? last + 1) - 1 ? null : toPage(events, last);
  }

  /**
   * The page of a room’s events after a position, from the database; null when some of those that customers get were
   * pruned. `customerSeq` is the number of the last one before the page; undefined: unknown.
   */
  async readRoomAfter(position: number, roomId: string, customerSeq?: number): Promise<Page | null> {
    await this.#turns.take();
    const read = await send(await this.#options.open(), readRoomEventLog, {
      ...pageAfter(position),
      roomId,
    });
    const { bounds, events } = read;
    const numbers = events.flatMap((event) => event.customerSeq ?? []);
    if (isLastPage(events, pageSize)) numbers.push(bounds.lastCustomerSeq + 1);
    const isComplete =
      customerSeq === undefined || numbers.every((number, index) => number === customerSeq + 1 + index);
    return isComplete ? toPage(events, bounds.last) : null;
  }

  /** Where the room’s part of the event log ends. */
  async readRoomEnd(roomId: string): Promise<RoomEnd> {
    return send(await this.#options.open(), getRoomEnd, { roomId });
  }

  /**
   * Where in the event log a customer resumes that has the position `customerSeq`. `start` is null when the customer must
   * load its state: events after it were pruned, there are too many, or the position is not one of this room.
   */
  async findCustomerStart(
    roomId: string,
    customerSeq: number,
  ): Promise<{ end: RoomEnd; start: number | null }> {
    await this.#turns.take();
    const limit = maxResumeEvents + 1;
    const params = { roomId, after: customerSeq, limit };
    const found = await send(await this.#options.open(), findCustomerPosition, params);
    const { count, nextCustomerSeq, nextSeq, ...end } = found;
    if (customerSeq === end.lastCustomerSeq) return { end, start: end.last };
    if (nextSeq === null || nextCustomerSeq !== customerSeq + 1 || count === limit)
      return { end, start: null };
    // Another process may have been ahead of this one.
    if (nextSeq > this.#position) await this.catchUp();
    return { end, start: nextSeq - 1 };
  }

  /** All buffered events after a position. `isComplete` is false when the buffer starts later. */
  allBufferedSince(position: number): { events: readonly EventFrames[]; isComplete: boolean } {
    const events = this.#buffered.slice(firstAfter(this.#buffered, position));
    return { events, isComplete: position >= this.#bufferedFrom };
  }

  /** Whether no event can lie between the position and the row. */
  #isContiguous({ seq, previousSeq }: PublishedEvent): boolean {
    return this.#options.roomId === undefined
      ? seq <= this.#position + 1
      : (previousSeq ?? 0) <= this.#position;
  }

  async #read(): Promise<void> {
    const { open, roomId } = this.#options;
    while (this.#mustReadAgain) {
      this.#mustReadAgain = false;
      const db = await open();
      const page = pageAfter(this.#position, readSize);
      const { bounds, events } =
        roomId === undefined
          ? await send(db, readEventLog, page)
          : await send(db, readRoomEventLog, { ...page, roomId });
      for (const row of events) this.#append(row);
      if (!isLastPage(events, readSize)) {
        this.#mustReadAgain = true;
        await this.#options.pause(0);
      } else this.#position = Math.max(this.#position, bounds.last);
      if (events.length > 0) this.#options.onGrowth();
    }
  }

  #append(row: EventRow): void {
    if (row.seq <= this.#position) return;
    this.#page = undefined;
    this.#buffered.push(new EventFrames(row));
    this.#position = row.seq;
    this.#bytes += row.data.length;
    // Halving the buffer now and then is cheaper than removing one event each time.
    if (this.#buffered.length < 2 * maxBufferedEvents && this.#bytes < maxBufferedBytes) return;
    const half = this.#buffered.length >> 1;
    if (half > 0) this.#bufferedFrom = this.#buffered[half - 1]!.seq;
    this.#buffered = this.#buffered.slice(half);
    this.#bytes = this.#buffered.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

const pageAfter = (after: number, limit = pageSize) => ({ after, limit, maxCharacters: pageCharacters });

const isLastPage = (events: readonly EventRow[], limit: number): boolean =>
  events.length < limit && events.reduce((sum, { data }) => sum + data.length, 0) < pageCharacters;

/** Numbers that no event has, or events of other rooms, count as read. */
const toPage = (events: readonly EventRow[], last: number): Page => ({
  events: events.map((row) => new EventFrames(row)),
  end: isLastPage(events, pageSize) ? last : events.at(-1)!.seq,
});

/** The index of the first event after a position, by binary search. */
function firstAfter(events: readonly EventFrames[], position: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.seq > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
