import { type Client, unwrap } from '@chat-ticket/client';
import { leaseIsDue, leaseMs } from '@chat-ticket/domain';
import { AgentTally, type MeasuredPeriod } from '../engine/agent-tally.ts';
import type { AgentPlan } from '../engine/desk-plan.ts';
import { phase } from '../engine/phase.ts';
import type { Timeline, Timer } from '../engine/timeline.ts';
import type { VirtualDesk } from './open-virtual-desk.ts';

/** A timeline whose events are API calls. */
export type DeskTimeline = Timeline<Promise<void>>;

type RunParts = {
  readonly desk: VirtualDesk;
  readonly timeline: DeskTimeline;
  readonly period: MeasuredPeriod;
  /** The capacity of the settings. */
  readonly capacity: number;
};

/** How long before the end of its lease an agent renews it. */
const heartbeatBeforeMs = 1_000;

/** An agent who works in shifts and calls the API. It renews its lease while it is on shift or has tickets. */
export class DeskAgent {
  readonly index: number;
  readonly id: string;
  readonly capacity: number;
  readonly tally: AgentTally;
  /** According to the event log. */
  load = 0;
  /** According to the event log. */
  routable = false;
  heartbeat: Timer<Promise<void>> | undefined;
  readonly #plan: AgentPlan;
  readonly #client: Client;
  readonly #timeline: DeskTimeline;
  #isOnShift = false;
  #leaseUntil = 0;

  constructor(index: number, plan: AgentPlan, parts: RunParts) {
    this.index = index;
    this.#plan = plan;
    this.id = plan.id;
    this.capacity = plan.capacity ?? parts.capacity;
    this.tally = new AgentTally(parts.period);
    this.#client = parts.desk.signIn('agent', plan.id);
    this.#timeline = parts.timeline;
  }

  /** Creates the agent’s record with the client of a service. */
  async createRecord(service: Client): Promise<void> {
    const { skills, capacity } = this.#plan;
    const record = { agentID: this.id, name: this.id, skills: [...skills] };
    const email = `agent-${this.index}@simulation.example`;
    unwrap(await service.putAgent({ ...record, email, ...(capacity !== undefined && { capacity }) }));
  }

  async startShift(): Promise<void> {
    this.#isOnShift = true;
    unwrap(await this.#client.setOnline());
    this.#noteLease(this.#timeline.now + leaseMs);
  }

  async endShift(): Promise<void> {
    this.#isOnShift = false;
    unwrap(await this.#client.setOffline());
    this.#noteCall();
  }

  async pick(ticketID: string): Promise<void> {
    unwrap(await this.#client.setPickedTime({ ticketID }));
    this.#noteCall();
  }

  async closeRoom(roomID: string): Promise<void> {
    unwrap(await this.#client.closeRoom({ roomID }));
    this.#noteCall();
  }

  async closeTicket(ticketID: string): Promise<void> {
    unwrap(await this.#client.closeTicket({ ticketID }));
  }

  /** Applies a change that the event log reports, and counts the time until it. */
  change(now: number, to: { load?: number; routable?: boolean }): void {
    this.tally.countTime(now, this);
    Object.assign(this, to);
  }

  /** A call renews the lease if the lease is due. The desk decides this with the same function. */
  #noteCall(): void {
    const { now } = this.#timeline;
    if (leaseIsDue(this.#leaseUntil, now)) this.#noteLease(now + leaseMs);
  }

  #noteLease(leaseUntil: number): void {
    this.#leaseUntil = leaseUntil;
    if (this.heartbeat) this.#timeline.cancel(this.heartbeat);
    const at = leaseUntil - heartbeatBeforeMs;
    this.heartbeat = this.#timeline.schedule(at, phase.abandon, -1, () => this.#sendHeartbeat());
  }

  async #sendHeartbeat(): Promise<void> {
    this.heartbeat = undefined;
    if (!this.#isOnShift && this.load === 0) return;
    unwrap(await this.#client.getAgentInfo());
    this.#noteLease(this.#timeline.now + leaseMs);
  }
}
