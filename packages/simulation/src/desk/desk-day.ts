import { type Client, unwrap } from '@chat-ticket/client';
import { type FieldKeys, matchQueue } from '@chat-ticket/domain';
import type { Day } from '../day/day.ts';
import { type DeskPlan, type Shift, wholeDay } from '../engine/desk-plan.ts';
import type { SimulateOptions } from '../engine/engine.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';
import { phase, type Phase } from '../engine/phase.ts';
import type { Timer } from '../engine/timeline.ts';
import { DeskAgent, type DeskTimeline } from './desk-agent.ts';
import { type DeskTicket, EventRecorder } from './event-recorder.ts';
import type { VirtualDesk } from './open-virtual-desk.ts';
import { reopeningsOf } from './reopenings.ts';

/** One run of a day on the real desk: people’s actions are API calls, and the outcome comes from the event log. */
export class DeskDay {
  readonly #day: Day;
  readonly #plan: DeskPlan;
  readonly #desk: VirtualDesk;
  readonly #timeline: DeskTimeline;
  readonly #service: Client;
  readonly #agents: readonly DeskAgent[];
  readonly #recorder: EventRecorder;
  #reopenings: readonly Timer<Promise<void>>[] = [];
  #nextSweep: Timer<Promise<void>> | undefined;

  constructor(
    { day, plan, options }: { day: Day; plan: DeskPlan; options: SimulateOptions },
    { desk, timeline }: { desk: VirtualDesk; timeline: DeskTimeline },
  ) {
    this.#day = day;
    this.#plan = plan;
    this.#desk = desk;
    this.#timeline = timeline;
    this.#service = desk.signIn('service', 'backend');
    const period = { from: day.startsAt + (options.warmUpMs ?? 0), until: day.endsAt };
    const { capacity, queues } = plan.settings;
    this.#agents = plan.agents.map(
      (agent, i) => new DeskAgent(i, agent, { desk, timeline, period, capacity }),
    );
    const queueOfKind = day.kinds.map((kind) => queues.indexOf(matchQueue(queues, kind)));
    this.#recorder = new EventRecorder(day, queueOfKind, this.#agents, {
      offered: (ticket) => this.#schedulePick(ticket),
      missed: (ticket) => this.#scheduleAbandonment(ticket),
    });
  }

  async run(): Promise<Outcome> {
    const { settings, agents } = this.#plan;
    unwrap(await this.#service.putSettings(settings));
    for (const agent of this.#agents) await agent.createRecord(this.#service);
    for (const agent of this.#agents) this.#scheduleShifts(agent, agents[agent.index]!.shifts);
    this.#reopenings = reopeningsOf(settings, this.#day.endsAt).map(({ at, queue, closed }) =>
      this.#schedule(at, phase.hours, queue, async () => {
        unwrap(await this.#service.putSettings(closed));
      }),
    );
    this.#scheduleArrival(0);
    for (let timer; !this.#isOver() && (timer = this.#timeline.next());) await timer.run();
    for (const agent of this.#agents) agent.change(Math.max(this.#timeline.now, this.#day.endsAt), {});
    return this.#recorder.outcome;
  }

  /** Schedules an action. After it the sweep does what is due, as on a running desk, and the new events are recorded. */
  #schedule(at: number, inPhase: Phase, index: number, act: () => Promise<void>): Timer<Promise<void>> {
    return this.#timeline.schedule(at, inPhase, index, async () => {
      await act();
      // A pick only removes a deadline, and other picks of this millisecond must still be in time.
      if (inPhase !== phase.pick) await this.#sweep();
    });
  }

  async #sweep(): Promise<void> {
    const dueAt = await this.#desk.sweep();
    for (const event of await this.#desk.newEvents()) this.#recorder.record(event);
    if (this.#nextSweep) this.#timeline.cancel(this.#nextSweep);
    this.#nextSweep = undefined;
    if (dueAt !== null)
      this.#nextSweep = this.#timeline.schedule(dueAt, phase.decision, 0, () => this.#sweep());
  }

  /**
   * Whether the only timers left are those that never end: the sweep, reopenings and heartbeats. If a ticket still waits, the
   * run goes on until no widen step is left and its agents could have been asked again.
   */
  #isOver(): boolean {
    const recurring = [
      this.#nextSweep,
      ...this.#reopenings,
      ...this.#agents.map(({ heartbeat }) => heartbeat),
    ];
    const recurringCount = recurring.filter((timer) => timer && timer.heapIndex >= 0).length;
    if (this.#timeline.pendingCount > recurringCount) return false;
    const { queues } = this.#plan.settings;
    const longestMs = queues.map(
      ({ widen, pickTimeoutSeconds }) => ((widen.at(-1)?.afterSeconds ?? 0) + pickTimeoutSeconds) * 1000,
    );
    const lastStepAt = Math.max(this.#recorder.changedAt, this.#day.endsAt) + Math.max(...longestMs);
    return this.#recorder.openTickets.size === 0 || this.#timeline.now > lastStepAt;
  }

  #scheduleShifts(agent: DeskAgent, shifts: readonly Shift[] = wholeDay): void {
    const { startsAt } = this.#day;
    for (const { fromMs, toMs } of shifts) {
      this.#schedule(startsAt + fromMs, phase.shiftStart, agent.index, () => agent.startShift());
      if (toMs < Infinity)
        this.#schedule(startsAt + toMs, phase.shiftEnd, agent.index, () => agent.endShift());
    }
  }

  #scheduleArrival(index: number): void {
    const at = this.#day.arrivesAt[index];
    if (at === undefined) return;
    this.#schedule(at, phase.arrival, index, async () => {
      await this.#arrive(index);
      this.#scheduleArrival(index + 1);
    });
  }

  async #arrive(index: number): Promise<void> {
    const { entityId, language, ccr, priority, fieldKeys = {} } = this.#day.kinds[this.#day.kindOf[index]!]!;
    const result = await this.#service.createTicket({
      customer: { id: `customer-${index}` },
      metadata: { ...(entityId && { entityId }), ...(language && { language }), ...(ccr && { ccr }) },
      fields: this.#fieldsOf(fieldKeys),
      priority,
    });
    if (!result.ok && result.error.code === 'queue_closed') {
      this.#recorder.outcome.dispositionOf[index] = disposition.refused;
      return;
    }
    const { id, metadata } = unwrap(result);
    const createdAt = this.#timeline.now;
    const ticket = { index, id, roomId: metadata.roomId, createdAt, agent: undefined, offers: 0 };
    this.#recorder.addTicket(ticket);
    this.#scheduleAbandonment(ticket);
  }

  /** The custom fields as the desk takes them. The plan has their texts. */
  #fieldsOf(keys: FieldKeys): Record<string, string | number> {
    const { fields } = this.#plan.settings;
    const isNumber = (id: string) => fields.find((field) => field.id === id)?.type === 'number';
    return Object.fromEntries(
      Object.entries(keys).map(([id, text]) => [id, isNumber(id) ? Number(text) : text]),
    );
  }

  #scheduleAbandonment(ticket: DeskTicket): void {
    const { index, id, createdAt } = ticket;
    const givesUpAt = Math.max(this.#timeline.now, createdAt + this.#day.patienceMs[index]!);
    if (givesUpAt === Infinity) return;
    this.#schedule(givesUpAt, phase.abandon, index, async () => {
      if (ticket.agent || !this.#recorder.openTickets.has(id)) return;
      unwrap(await this.#service.closeTicket({ ticketID: id }));
      this.#recorder.settle(ticket, disposition.abandoned, this.#timeline.now);
    });
  }

  #schedulePick(ticket: DeskTicket): void {
    const { index, agent, id } = ticket;
    const { queueOf, agentOf } = this.#recorder.outcome;
    const { pickTimeoutSeconds } = this.#plan.settings.queues[queueOf[index]!]!;
    const delayMs = this.#day.pickDelayMs?.(index, ticket.offers++) ?? 0;
    if (delayMs > pickTimeoutSeconds * 1000) return;
    this.#schedule(this.#timeline.now + delayMs, phase.pick, index, async () => {
      await agent!.pick(id);
      agentOf[index] = agent!.index;
      this.#scheduleEnd(ticket, agent!);
    });
  }

  #scheduleEnd({ index, id, roomId }: DeskTicket, agent: DeskAgent): void {
    const roomClosesAt = this.#timeline.now + this.#day.handlingMs[index]!;
    const wrapUpMs = this.#day.wrapUpMs[index]!;
    const queue = this.#plan.settings.queues[this.#recorder.outcome.queueOf[index]!]!;
    const { wrapUpSeconds = Infinity } = queue;
    this.#schedule(roomClosesAt, phase.close, index, async () => {
      await agent.closeRoom(roomId);
      if (wrapUpMs === 0) await agent.closeTicket(id);
      // The sweep of the desk closes the others, when the wrap-up time of their queue is over.
      else if (wrapUpMs < wrapUpSeconds * 1000)
        this.#schedule(roomClosesAt + wrapUpMs, phase.close, index, () => agent.closeTicket(id));
    });
  }
}
