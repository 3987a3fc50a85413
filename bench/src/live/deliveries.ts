import type { MessageFrame } from './listener.ts';

export type Delivered = {
  /** Of each frame: from the moment its message was sent. */
  pushMs: number[];
  /** Of each message: until its sender had the answer. */
  answerMs: number[];
};

/** What was said and who has heard it, each once. The number of a message stands at the head of its text. */
export class Deliveries {
  readonly #pending = new Map<string, { sentAt: number; left: number }>();
  #pushMs: number[] = [];
  #answerMs: number[] = [];
  #whenAllHeard: (() => void) | undefined;

  sent(name: string, listeners: number, at: number): void {
    this.#pending.set(name, { sentAt: at, left: listeners });
  }

  answered(sentAt: number, at: number): void {
    this.#answerMs.push(at - sentAt);
  }

  heard({ data }: MessageFrame, at: number): void {
    const name = data.text.slice(0, data.text.indexOf(' '));
    const message = this.#pending.get(name);
    if (!message) throw new Error(`message ${name} was told to someone who is not to hear it, or twice`);
    this.#pushMs.push(at - message.sentAt);
    message.left -= 1;
    if (message.left > 0) return;
    this.#pending.delete(name);
    if (this.#pending.size === 0) this.#whenAllHeard?.();
  }

  /** Everything, once all who are to hear it have. */
  async take(patienceMs: number): Promise<Delivered> {
    if (this.#pending.size > 0)
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          const [name] = this.#pending.keys();
          reject(new Error(`${this.#pending.size} messages were not told to all, ${name} the first`));
        }, patienceMs);
        this.#whenAllHeard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#whenAllHeard = undefined;
    const delivered = { pushMs: this.#pushMs, answerMs: this.#answerMs };
    this.#pushMs = [];
    this.#answerMs = [];
    return delivered;
  }
}
