import type { MessageFrame } from './listener.ts';

export type Delivered = {
  /** For each frame: the time since its message was sent. */
  pushMs: number[];
  /** For each message: the time until its sender had the response. */
  responseMs: number[];
};

/**
 * Counts the frames of each message. A message has a number at the beginning of its text, and must reach each of its
 * listeners exactly once.
 */
export class Deliveries {
  readonly #pending = new Map<string, { sentAt: number; left: number }>();
  #pushMs: number[] = [];
  #responseMs: number[] = [];
  #onComplete: (() => void) | undefined;

  sent(number: string, listeners: number, at: number): void {
    this.#pending.set(number, { sentAt: at, left: listeners });
  }

  responded(sentAt: number, at: number): void {
    this.#responseMs.push(at - sentAt);
  }

  /** Throws if the message was not sent, or was already received by each of its listeners. */
  received({ data }: MessageFrame, at: number): void {
    const number = data.text.slice(0, data.text.indexOf(' '));
    const message = this.#pending.get(number);
    if (!message) throw new Error(`message ${number} was received twice, or by a wrong listener`);
    this.#pushMs.push(at - message.sentAt);
    message.left -= 1;
    if (message.left > 0) return;
    this.#pending.delete(number);
    if (this.#pending.size === 0) this.#onComplete?.();
  }

  /** Waits until every message has reached every listener, and returns the times since the last call. */
  async take(timeoutMs: number): Promise<Delivered> {
    if (this.#pending.size > 0)
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          const [number] = this.#pending.keys();
          reject(
            new Error(`${this.#pending.size} messages did not reach every listener; the first is ${number}`),
          );
        }, timeoutMs);
        this.#onComplete = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#onComplete = undefined;
    const delivered = { pushMs: this.#pushMs, responseMs: this.#responseMs };
    this.#pushMs = [];
    this.#responseMs = [];
    return delivered;
  }
}
