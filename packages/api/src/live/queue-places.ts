import type { LiveEvent } from '@chat-ticket/contract';
import type { TicketState } from '@chat-ticket/domain';
import { type Database, getQueuePlaces, send } from '@chat-ticket/storage';
import { queueStateOf, toQueuePlace } from '../queue/queue-place-response.ts';
import type { Connection } from './connection.ts';
import { queuePlaceIntervalMs, queuePlacesPerTurn } from './limits.ts';

type QueuePlacesPorts = {
  openDatabase: () => Promise<Database>;
  now: () => number;
  pause: (ms: number) => Promise<void>;
};

type Watch = {
  roomId: string;
  /** Whether the customer waits, as far as the hub knows. */
  isWaiting: boolean;
  readAt: number;
  /** Counts the events that changed `isWaiting`. A read that started before such an event is outdated. */
  changes: number;
  /** The frame data that was sent last. */
  sent: string | undefined;
};

/**
 * Sends waiting customers their place in the queue. One read serves many customers who are due. The end of the wait
 * is an event, so it is not sent here.
 */
export class QueuePlaces {
  readonly #ports: QueuePlacesPorts;
  readonly #watches = new Map<Connection, Watch>();
  #sending: Promise<void> | undefined;
  #mustSendAgain = false;

  constructor(ports: QueuePlacesPorts) {
    this.#ports = ports;
  }

  /**
   * Watches a customer’s place once its connection has resumed. `saved` is the place sent before the runtime
   * lost its memory; null: the customer did not wait.
   */
  watch(connection: Connection, saved?: string | null): void {
    const { role, room } = connection.principal;
    if (role !== 'customer' || room === undefined) return;
    this.#watches.set(connection, {
      roomId: room,
      isWaiting: saved !== null,
      readAt: -Infinity,
      changes: 0,
      sent: saved ?? undefined,
    });
  }

  unwatch(connection: Connection): void {
    this.#watches.delete(connection);
  }

  /** Learns from an event whether the customer waits. Returns true when the wait begins with it. */
  observe(connection: Connection, { data }: LiveEvent): boolean {
    const watch = this.#watches.get(connection);
    if (!watch || data['roomId'] !== watch.roomId || typeof data['status'] !== 'string') return false;
    const wasWaiting = watch.isWaiting;
    watch.isWaiting = queueStateOf(data['status'] as TicketState) === 'waiting';
    watch.changes += 1;
    if (wasWaiting && !watch.isWaiting) endWait(connection, watch);
    return !wasWaiting && watch.isWaiting;
  }

  /** Reads the places that were not read for `queuePlaceIntervalMs`, and sends those that have changed. */
  sendDue(): Promise<void> {
    this.#mustSendAgain = true;
    this.#sending ??= this.#sendAllDue().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendAllDue(): Promise<void> {
    while (this.#mustSendAgain) {
      this.#mustSendAgain = false;
      const now = this.#ports.now();
      const due = [...this.#watches]
        .filter(([, { isWaiting, readAt }]) => isWaiting && now - readAt >= queuePlaceIntervalMs)
        .slice(0, queuePlacesPerTurn)
        .map(([connection, watch]) => ({ connection, watch, changes: watch.changes }));
      if (due.length === 0) continue;
      for (const { watch } of due) watch.readAt = now;
      const roomIds = [...new Set(due.map(({ watch }) => watch.roomId))];
      const places = await send(await this.#ports.openDatabase(), getQueuePlaces, { roomIds, now });
      for (const { connection, watch, changes } of due) {
        if (watch.changes !== changes) continue;
        const row = places.get(watch.roomId);
        const place = row && toQueuePlace(row, now);
        if (place?.state !== 'waiting') {
          endWait(connection, watch);
          continue;
        }
        const text = JSON.stringify(place);
        if (text === watch.sent) continue;
        watch.sent = text;
        connection.send({ type: 'queue', data: place });
        connection.saveQueuePlace(text);
      }
      if (due.length < queuePlacesPerTurn) continue;
      this.#mustSendAgain = true;
      await this.#ports.pause(0);
    }
  }
}

function endWait(connection: Connection, watch: Watch): void {
  watch.isWaiting = false;
  watch.sent = undefined;
  connection.saveQueuePlace(null);
}
