import {
  type Database,
  type EventRow,
  getLogBounds,
  type PublishedEvent,
  readLog,
} from '@chat-ticket/storage';
import { LogEntry } from './event-frames.ts';

/** How many events are kept in memory, so that who was away for a moment costs no read. */
const keptEntries = 512;
const keptBytes = 4 * 2 ** 20;
const pageSize = 64;
const readSize = 256;

/** A stretch of the log in order, and the position behind it. */
export type Page = { entries: readonly LogEntry[]; end: number };

type TailOptions = {
  open: () => Promise<Database>;
  /** The room whose part of the log it is; undefined: all of it. */
  roomId: string | undefined;
  onGrowth: () => void;
};

/**
 * The end of one workspace’s log, or of a room’s part of it, followed without a gap: what is handed over is
 * taken as it is when it joins on, and otherwise the log is read. Commits are in the order of `seq`, so
 * nothing comes in between later.
 */
export class LogTail {
  readonly #options: TailOptions;
  /** What follows `#keptFrom`, with nothing left out. */
  #kept: LogEntry[] = [];
  #keptFrom: number;
  #bytes = 0;
  /** The page asked for last: after each event every reader asks for the same. */
  #page: (Page & { after: number }) | undefined;
  #position: number;
  #reading: Promise<void> | undefined;
  #isReadAgain = false;

  constructor(options: TailOptions, position: number) {
    this.#options = options;
    this.#position = position;
    this.#keptFrom = position;
  }

  /** Follows from the end that the log has now. */
  static async start(options: TailOptions): Promise<LogTail> {
    const { last } = await getLogBounds(await options.open());
    return new LogTail(options, last);
  }

  /** Everything up to here was seen. */
  get position(): number {
    return this.#position;
  }

  /** Takes what a committed write has put into the log. */
  async take(rows: readonly PublishedEvent[]): Promise<void> {
    for (const row of rows) {
      if (!this.#joinsOn(row)) {
        this.#options.onGrowth();
        return this.catchUp();
      }
      this.#append(row);
    }
    this.#options.onGrowth();
  }

  /** Reads what others have written. One read at a time; who asks meanwhile waits for the next. */
  catchUp(): Promise<void> {
    this.#isReadAgain = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** What follows a position: from memory, or undefined where that does not reach back far enough. */
  keptAfter(position: number): Page | undefined {
    if (this.#page?.after === position) return this.#page;
    if (position >= this.#position) return { entries: [], end: position };
    if (position < this.#keptFrom) return undefined;
    const start = firstAfter(this.#kept, position);
    const entries = this.#kept.slice(start, start + pageSize);
    const end = start + pageSize >= this.#kept.length ? this.#position : entries.at(-1)!.seq;
    this.#page = { after: position, entries, end };
    return this.#page;
  }

  /** The same from the log; null where that does not reach back far enough any more, or never got so far. */
  async readAfter(position: number): Promise<Page | null> {
    const { bounds, events } = await this.#readFrom(position, pageSize);
    const { last, oldest } = bounds;
    if (position > last || position < (oldest ?? last + 1) - 1) return null;
    // Numbers that were given to nothing, or in other rooms, count as read, too.
    const end = events.length < pageSize ? last : events.at(-1)!.seq;
    return { entries: events.map((row) => new LogEntry(row)), end };
  }

  /** What is kept of what follows a position, and whether that is all of it. */
  keptSince(position: number): { entries: readonly LogEntry[]; isWhole: boolean } {
    const entries = this.#kept.slice(firstAfter(this.#kept, position));
    return { entries, isWhole: position >= this.#keptFrom };
  }

  /** Whether nothing can have happened between the position and the row. */
  #joinsOn({ seq, previousSeq }: PublishedEvent): boolean {
    return this.#options.roomId === undefined
      ? seq <= this.#position + 1
      : (previousSeq ?? 0) <= this.#position;
  }

  async #readFrom(after: number, limit: number): ReturnType<typeof readLog> {
    const { open, roomId } = this.#options;
    return readLog(await open(), { after, limit, roomId });
  }

  async #read(): Promise<void> {
    while (this.#isReadAgain) {
      this.#isReadAgain = false;
      const { bounds, events } = await this.#readFrom(this.#position, readSize);
      for (const row of events) this.#append(row);
      if (events.length === readSize) this.#isReadAgain = true;
      else this.#position = Math.max(this.#position, bounds.last);
      if (events.length > 0) this.#options.onGrowth();
    }
  }

  #append(row: EventRow): void {
    if (row.seq <= this.#position) return;
    this.#page = undefined;
    this.#kept.push(new LogEntry(row));
    this.#position = row.seq;
    this.#bytes += row.data.length;
    // Halved now and then, which is cheaper than to shift an entry each time.
    if (this.#kept.length < 2 * keptEntries && this.#bytes < keptBytes) return;
    const half = this.#kept.length >> 1;
    if (half > 0) this.#keptFrom = this.#kept[half - 1]!.seq;
    this.#kept = this.#kept.slice(half);
    this.#bytes = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

function firstAfter(entries: readonly LogEntry[], position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.seq > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
