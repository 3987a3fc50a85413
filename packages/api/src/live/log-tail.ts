import { type Database, type EventRow, getLogBounds, readLog } from '@chat-ticket/storage';
import { LogEntry } from './log-entry.ts';

/** How many events are kept in memory, so that who was away for a moment costs no read. */
const keptEntries = 512;
const keptBytes = 4 * 2 ** 20;
const pageSize = 64;
const readSize = 256;

/** A stretch of the log in order, and the position behind it. */
export type Page = { entries: readonly LogEntry[]; end: number };

/**
 * The end of one workspace’s log, followed without a gap: what is handed over is taken as it is when it
 * joins on, and otherwise the log is read. Commits are in the order of `seq`, so nothing comes in between later.
 */
export class LogTail {
  readonly #open: () => Promise<Database>;
  readonly #onGrowth: () => void;
  #kept: LogEntry[] = [];
  #bytes = 0;
  #position: number;
  #reading: Promise<void> | undefined;
  #isReadAgain = false;

  constructor(open: () => Promise<Database>, position: number, onGrowth: () => void) {
    this.#open = open;
    this.#position = position;
    this.#onGrowth = onGrowth;
  }

  /** Follows from the end that the log has now. */
  static async start(open: () => Promise<Database>, onGrowth: () => void): Promise<LogTail> {
    const { last } = await getLogBounds(await open());
    return new LogTail(open, last, onGrowth);
  }

  /** The last number seen. */
  get position(): number {
    return this.#position;
  }

  /** Takes what a committed write has put into the log. */
  async take(rows: readonly EventRow[]): Promise<void> {
    for (const row of rows) {
      if (row.seq > this.#position + 1) {
        this.#onGrowth();
        return this.catchUp();
      }
      this.#append(row);
    }
    this.#onGrowth();
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
    const first = this.#kept[0];
    if (position >= this.#position) return { entries: [], end: position };
    if (!first || position < first.seq - 1) return undefined;
    const start = firstAfter(this.#kept, position);
    const entries = this.#kept.slice(start, start + pageSize);
    return { entries, end: start + pageSize >= this.#kept.length ? this.#position : entries.at(-1)!.seq };
  }

  /** The same from the log; null where that does not reach back far enough any more, or never got so far. */
  async readAfter(position: number): Promise<Page | null> {
    const { bounds, events } = await readLog(await this.#open(), { after: position, limit: pageSize });
    const { last, oldest } = bounds;
    if (position > last || position < (oldest ?? last + 1) - 1) return null;
    // Numbers that were given to nothing count as read, too.
    const end = events.length < pageSize ? last : events.at(-1)!.seq;
    return { entries: events.map((row) => new LogEntry(row)), end };
  }

  /** What is kept of what follows a position, and whether that is all of it. */
  keptSince(position: number): { entries: readonly LogEntry[]; isWhole: boolean } {
    const first = this.#kept[0];
    const isWhole = position >= this.#position || (first !== undefined && position >= first.seq - 1);
    return { entries: this.#kept.slice(firstAfter(this.#kept, position)), isWhole };
  }

  async #read(): Promise<void> {
    while (this.#isReadAgain) {
      this.#isReadAgain = false;
      const { events } = await readLog(await this.#open(), { after: this.#position, limit: readSize });
      for (const row of events) this.#append(row);
      if (events.length === readSize) this.#isReadAgain = true;
      if (events.length > 0) this.#onGrowth();
    }
  }

  #append(row: EventRow): void {
    if (row.seq <= this.#position) return;
    this.#kept.push(new LogEntry(row));
    this.#position = row.seq;
    this.#bytes += row.data.length;
    // Halved now and then, which is cheaper than to shift an entry each time.
    if (this.#kept.length < 2 * keptEntries && this.#bytes < keptBytes) return;
    this.#kept = this.#kept.slice(this.#kept.length >> 1);
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
