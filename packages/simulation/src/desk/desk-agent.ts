import { type Client, unwrap } from '@chat-ticket/client';
import { leaseIsDue, leaseMs } from '@chat-ticket/domain';
import { AgentTally } from '../rule/agent-tally.ts';
import type { AgentPlan } from '../rule/crew.ts';
import { phase } from '../rule/phase.ts';
import type { Timeline, Timer } from '../rule/timeline.ts';
import type { VirtualDesk } from './open-virtual-desk.ts';

/** Where what happens is a call that has to be answered. */
export type DeskTimeline = Timeline<Promise<void>>;

type Setting = {
  readonly desk: VirtualDesk;
  readonly timeline: DeskTimeline;
  readonly window: ConstructorParameters<typeof AgentTally>[0];
  /** The workspace’s. */
  readonly capacity: number;
};

/** Before the end of its lease, by enough to be sure that it is in time. */
const heartbeatBeforeMs = 1_000;

/** An agent as a person: at work in shifts, with a connection that it keeps while it has anything to do. */
export class DeskAgent {
  readonly index: number;
  readonly id: string;
  readonly capacity: number;
  readonly tally: AgentTally;
  /** As the log tells it. */
  load = 0;
  routable = false;
  heartbeat: Timer<Promise<void>> | undefined;
  readonly #plan: AgentPlan;
  readonly #client: Client;
  readonly #timeline: DeskTimeline;
  #isOnShift = false;
  #leaseUntil = 0;

  constructor(index: number, plan: AgentPlan, setting: Setting) {
    this.index = index;
    this.#plan = plan;
    this.id = plan.id;
    this.capacity = plan.capacity ?? setting.capacity;
    this.tally = new AgentTally(setting.window);
    this.#client = setting.desk.signIn('agent', plan.id);
    this.#timeline = setting.timeline;
  }

  /** Makes its record. */
  async save(keeper: Client): Promise<void> {
    const { skills, capacity } = this.#plan;
    const record = { agentID: this.id, name: this.id, skills: [...skills] };
    const email = `agent-${this.index}@simulation.example`;
    unwrap(await keeper.putAgent({ ...record, email, ...(capacity !== undefined && { capacity }) }));
  }

  async come(): Promise<void> {
    this.#isOnShift = true;
    unwrap(await this.#client.setOnline());
    this.#hold(this.#timeline.now + leaseMs);
  }

  async leave(): Promise<void> {
    this.#isOnShift = false;
    unwrap(await this.#client.setOffline());
    this.#called();
  }

  async pick(ticketID: string): Promise<void> {
    unwrap(await this.#client.setPickedTime({ ticketID }));
    this.#called();
  }

  async closeRoom(roomID: string): Promise<void> {
    unwrap(await this.#client.closeRoom({ roomID }));
    this.#called();
  }

  async close(ticketID: string): Promise<void> {
    unwrap(await this.#client.closeTicket({ ticketID }));
  }

  /** What the log tells of it. */
  change(now: number, to: { load?: number; routable?: boolean }): void {
    this.tally.pass(now, this);
    Object.assign(this, to);
  }

  /** The desk renews the lease at a call by the same rule. */
  #called(): void {
    const { now } = this.#timeline;
    if (leaseIsDue(this.#leaseUntil, now)) this.#hold(now + leaseMs);
  }

  #hold(leaseUntil: number): void {
    this.#leaseUntil = leaseUntil;
    if (this.heartbeat) this.#timeline.cancel(this.heartbeat);
    this.heartbeat = this.#timeline.set(leaseUntil - heartbeatBeforeMs, phase.giveUp, -1, () => this.#beat());
  }

  async #beat(): Promise<void> {
    this.heartbeat = undefined;
    if (!this.#isOnShift && this.load === 0) return;
    unwrap(await this.#client.getAgentInfo());
    this.#hold(this.#timeline.now + leaseMs);
  }
}
