import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends one request over the agent. Returns the status of the response; 0 if none came in time. */
export type Send = (agent: Agent) => Promise<number>;

/** What a load got: how many good responses per second, and how many of each status. */
export type Outcome = { goodput: number; statuses: Record<number, number> };

/** How long a caller waits for a response, in ms. It gives up then, and sends no retry. */
const patienceMs = 5_000;

export const postTo =
  (url: () => string, headers: Readonly<Record<string, string>>, body: () => object): Send =>
  (agent) =>
    new Promise((resolve) => {
      const outgoing = request(url(), { agent, method: 'POST', headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', () => resolve(0));
      });
      outgoing.setTimeout(patienceMs, () => outgoing.destroy());
      outgoing.on('error', () => resolve(0));
      outgoing.end(JSON.stringify(body()));
    });

/** So many callers send one request after the other: the most that the server can do. */
export async function findPeak(send: Send, callers: number, ms: number): Promise<Outcome> {
  const agent = keepingConnections();
  const count = new Counter(ms);
  const call = async () => {
    while (!count.isOver) count.add(await send(agent));
  };
  await Promise.all(Array.from({ length: callers }, call));
  agent.destroy();
  return count.outcome();
}

/** Sends at an even rate, whatever the server responds: callers do not know of each other. */
export async function sendAtRate(send: Send, perSecond: number, ms: number): Promise<Outcome> {
  const agent = keepingConnections();
  const count = new Counter(ms);
  const open = new Set<Promise<void>>();
  for (let sent = 0; !count.isOver; await sleep(1))
    for (const due = Math.floor((count.elapsedMs * perSecond) / 1_000); sent < due; sent++) {
      const call = send(agent).then((status) => {
        count.add(status);
        open.delete(call);
      });
      open.add(call);
    }
  await Promise.all(open);
  agent.destroy();
  return count.outcome();
}

/** Every caller keeps its connection. By default, Node keeps 256 and closes the others. */
const keepingConnections = () => new Agent({ keepAlive: true, maxFreeSockets: Infinity });

/** Counts responses until the time is over. */
class Counter {
  readonly #startedAt = performance.now();
  readonly #ms: number;
  readonly #statuses: Record<number, number> = {};

  constructor(ms: number) {
    this.#ms = ms;
  }

  get elapsedMs(): number {
    return performance.now() - this.#startedAt;
  }

  get isOver(): boolean {
    return this.elapsedMs >= this.#ms;
  }

  add(status: number): void {
    if (!this.isOver) this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
  }

  outcome(): Outcome {
    const good = Object.entries(this.#statuses).filter(([status]) => status.startsWith('2'));
    const goodput = (good.reduce((sum, [, times]) => sum + times, 0) * 1_000) / this.#ms;
    return { goodput, statuses: this.#statuses };
  }
}
