import type { LiveEvent } from '@chat-ticket/contract';
import type { TicketState } from '@chat-ticket/domain';
import { type Database, getQueuePlaces } from '@chat-ticket/storage';
import { stateOf, toQueuePlace } from '../queue/queue-place-response.ts';
import type { Connection } from './connection.ts';
import { queueLookMs } from './limits.ts';

type Watch = {
  roomId: string;
  /** As far as is known. */
  waits: boolean;
  lookedAt: number;
  /** How many events said whether it waits: what was read meanwhile is older. */
  changes: number;
  told: string | undefined;
};

/**
 * Tells customers who wait where they stand in the queue, all who are due by one read. That somebody waits
 * no more is an event and not told here.
 */
export class QueuePlaces {
  readonly #ports: { openDatabase: () => Promise<Database>; now: () => number };
  readonly #watches = new Map<Connection, Watch>();
  #telling: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(ports: { openDatabase: () => Promise<Database>; now: () => number }) {
    this.#ports = ports;
  }

  /** A connection has resumed, or is as it was kept: with the place told last, or null if it did not wait. */
  begin(connection: Connection, kept?: string | null): void {
    const { role, room } = connection.caller;
    if (role !== 'customer' || room === undefined) return;
    const waits = kept !== null;
    this.#watches.set(connection, {
      roomId: room,
      waits,
      lookedAt: -Infinity,
      changes: 0,
      told: kept ?? undefined,
    });
  }

  end(connection: Connection): void {
    this.#watches.delete(connection);
  }

  /** Takes from an event whether the customer waits; true: from now on. */
  heard(connection: Connection, { data }: LiveEvent): boolean {
    const watch = this.#watches.get(connection);
    if (!watch || data['roomId'] !== watch.roomId || typeof data['status'] !== 'string') return false;
    const waited = watch.waits;
    watch.waits = stateOf(data['status'] as TicketState) === 'waiting';
    watch.changes += 1;
    if (waited && !watch.waits) stop(connection, watch);
    return !waited && watch.waits;
  }

  /** Tells those who have not been looked at lately and whose place has changed. */
  tell(): Promise<void> {
    this.#isAskedAgain = true;
    this.#telling ??= this.#tellDue().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async #tellDue(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      const now = this.#ports.now();
      const due = [...this.#watches]
        .filter(([, { waits, lookedAt }]) => waits && now - lookedAt >= queueLookMs)
        .map(([connection, watch]) => ({ connection, watch, changes: watch.changes }));
      if (due.length === 0) continue;
      for (const { watch } of due) watch.lookedAt = now;
      const roomIds = [...new Set(due.map(({ watch }) => watch.roomId))];
      const places = await getQueuePlaces(await this.#ports.openDatabase(), { roomIds, now });
      for (const { connection, watch, changes } of due) {
        if (watch.changes !== changes) continue;
        const row = places.get(watch.roomId);
        const place = row && toQueuePlace(row, now);
        if (place?.state !== 'waiting') {
          stop(connection, watch);
          continue;
        }
        const text = JSON.stringify(place);
        if (text === watch.told) continue;
        watch.told = text;
        connection.tell({ type: 'queue', data: place });
        connection.keepPlace(text);
      }
    }
  }
}

function stop(connection: Connection, watch: Watch): void {
  watch.waits = false;
  watch.told = undefined;
  connection.keepPlace(null);
}
