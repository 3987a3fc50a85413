import type { Settings } from '@chat-ticket/contract';
import type { Day } from '../day/day.ts';
import { phase } from '../engine/phase.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { AgentPool, AgentState } from './agent-pool.ts';
import type { TicketState } from './ticket-state.ts';

type RunParts = {
  readonly day: Day;
  readonly settings: Settings;
  readonly timeline: Timeline;
  readonly pool: AgentPool;
};
type Listener = {
  readonly picked: (ticket: TicketState, agent: AgentState) => void;
  readonly missed: (ticket: TicketState) => void;
  /** `queue`: its `wrapUpSeconds` were over before the agent closed the ticket. */
  readonly closed: (by: 'agent' | 'queue') => void;
};

/**
 * A ticket from its offer on: the agent picks it, chats, wraps up and closes it, or misses it.
 *
 * @see packages/storage/src/sweep/sweep-batch.ts: misses, agents who become away, and the end of the wrap-up, in SQL
 */
export class Offers {
  readonly #parts: RunParts;
  readonly #on: Listener;

  constructor(parts: RunParts, on: Listener) {
    this.#parts = parts;
    this.#on = on;
  }

  make(ticket: TicketState, agent: AgentState): void {
    const { timeline, pool, day } = this.#parts;
    pool.assign(agent, timeline.now);
    const delayMs = day.pickDelayMs?.(ticket.index, ticket.offers++);
    if (delayMs === undefined) return this.#pick(ticket, agent);
    const timeoutMs = ticket.routed.queue.setting.pickTimeoutSeconds * 1000;
    const [at, { index }] = [timeline.now + Math.min(delayMs, timeoutMs), ticket];
    if (delayMs <= timeoutMs) timeline.schedule(at, phase.pick, index, () => this.#pick(ticket, agent));
    else timeline.schedule(at, phase.miss, index, () => this.#miss(ticket, agent));
  }

  #pick(ticket: TicketState, agent: AgentState): void {
    const { timeline, day, pool } = this.#parts;
    const { index, routed } = ticket;
    agent.misses = 0;
    this.#on.picked(ticket, agent);
    const { wrapUpSeconds = Infinity } = routed.queue.setting;
    const [agentMs, queueMs] = [day.wrapUpMs[index]!, wrapUpSeconds * 1000];
    const by = agentMs < queueMs ? 'agent' : 'queue';
    const at = timeline.now + day.handlingMs[index]! + Math.min(agentMs, queueMs);
    timeline.schedule(at, by === 'agent' ? phase.close : phase.wrapUpOver, index, () => {
      pool.release(agent, timeline.now);
      this.#on.closed(by);
    });
  }

  #miss(ticket: TicketState, agent: AgentState): void {
    const { timeline, pool, settings } = this.#parts;
    pool.miss(agent, timeline.now, settings.missesUntilAway);
    pool.release(agent, timeline.now);
    ticket.declinedBy = [...ticket.declinedBy, agent.id];
    this.#on.missed(ticket);
  }
}
