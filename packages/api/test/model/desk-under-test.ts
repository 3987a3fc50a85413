import { defaultSettings, type Settings } from '@chat-ticket/contract';
import { walkEvents } from '@chat-ticket/domain';
import { closeGap, putSettings, send, sweep } from '@chat-ticket/storage';
import { expect } from 'vitest';
import { openDesk } from '../open-desk.ts';
import { hasNothingToAssign } from './assignment-rules.ts';
import { EventLogReplay } from './event-log-replay.ts';
import { FactWatch } from './fact-watch.ts';
import type { HttpRequest } from './http-request.ts';
import { checkCapacity, checkInvariants } from './invariants.ts';
import { ModelDesk } from './model-desk.ts';
import { query, readDesk, sortedEvents, sortedModel, toModelEvent } from './read-desk.ts';
import { moveDeadlines, nextDueAt, sweepModel } from './sweep-rules.ts';
import type { Refusal } from './ticket-rules.ts';
import { type Condition, TicketVersions } from './ticket-versions.ts';

const tables = [
  'ticket_declines',
  'tickets',
  'agents',
  'removed_agents',
  'token_revocations',
  'need_sets',
  'skill_sets',
  'idempotency_keys',
  'events',
  'service',
  'messages',
  'ticket_facts',
  'ticket_intervals',
  'agent_intervals',
  'gaps',
];

/** Opens a desk and its model. Each command runs on both, and then they are compared. */
export async function openDeskUnderTest() {
  let ids = 0;
  // Ties between tickets are broken by id, so ids must not sort in the order of their creation.
  const newId = () => `${(Math.imul(++ids, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-${ids}`;
  const { db, clock, call, settle } = await openDesk({ newId });
  const begin = clock.now;
  let model = new ModelDesk(begin, defaultSettings);
  let replay = new EventLogReplay();
  let ticketVersions = new TicketVersions();
  let watch = new FactWatch();
  let seq = 0;
  let comparisons = 0;

  async function compare(): Promise<void> {
    const { agents, tickets, versions, events } = await readDesk(db, seq);
    expect({ agents, tickets }).toEqual(sortedModel(model));
    expect(sortedEvents(events.map(toModelEvent))).toEqual(sortedEvents(model.events));
    expect(replay.apply(events)).toEqual([]);
    expect(replay.tickets()).toEqual(
      new Map(tickets.map(({ id, status, agentId }) => [id, { status, agentId }])),
    );
    expect(ticketVersions.apply(tickets, versions)).toEqual([]);
    watch.observe({ events, tickets, now: clock.now, settings: model.settings });
    await checkInvariants(db);
    await checkCapacity(db, seq);
    seq = Number(events.at(-1)?.['seq'] ?? seq);
    model.events = [];
    comparisons++;
  }

  return {
    db,

    get model() {
      return model;
    },

    get comparisons() {
      return comparisons;
    },

    /** Empties the desk, sets the clock back and puts the settings. */
    async reset(settings: Settings, at = begin): Promise<void> {
      ids = 0;
      clock.now = at;
      const command = { changeId: crypto.randomUUID(), now: at, actorRole: 'system', actorId: 'test' };
      await db.batch(
        tables.map((table) => `delete from ${table}`),
        'write',
      );
      await send(db, putSettings, { ...command, settings, ifVersion: null });
      await db.batch(['delete from events'], 'write');
      model = new ModelDesk(at, settings);
      watch = new FactWatch();
      watch.observe({ events: [], tickets: [], now: at, settings });
      replay = new EventLogReplay();
      ticketVersions = new TicketVersions();
      const [[last]] = (await query(db, `select seq from sqlite_sequence where name = 'events'`)) as [
        [{ seq: number }],
      ];
      seq = last.seq;
    },

    /** Sends a request, lets the model predict the refusal, and compares. */
    async send(
      [role, sub, method, path, body, headers]: HttpRequest,
      predict: (response: { id: string; roomId: string; status: number }) => Refusal,
    ): Promise<void> {
      const hadNothingToAssign = hasNothingToAssign(model);
      const response = await call(role, sub, method, path, body, {}, headers);
      await settle();
      const json = response.status === 204 ? {} : await response.json();
      const refusal =
        role === 'agent' && model.removedAgents.has(sub)
          ? 'token_revoked'
          : predict({ id: json.id, roomId: json.metadata?.roomId, status: response.status });
      expect(json.errors?.[0].code ?? null).toBe(refusal);
      await compare();
      if (hadNothingToAssign) expect(hasNothingToAssign(model)).toBe(true);
    },

    /** The header If-Match with a version of the ticket, or no header. */
    ifMatch: (ticketId: string, condition: Condition | null) =>
      ticketVersions.headersFor(ticketId, condition),

    /** Sweeps twice and compares. The second sweep must change nothing. */
    async sweep(): Promise<void> {
      const swept = await sweep(db, { now: clock.now, newId });
      sweepModel(model);
      expect(hasNothingToAssign(model)).toBe(true);
      expect(swept.nextDueAt).toBe(nextDueAt(model));
      expect(swept.nextDueAt ?? Infinity).toBeGreaterThan(clock.now);
      await compare();
      expect(await sweep(db, { now: clock.now, newId })).toEqual({ ...swept, events: [] });
      await compare();
    },

    advance(ms: number): void {
      clock.now += ms;
      model.now = clock.now;
    },

    /**
     * The desk does not serve for so long, or the clock jumps: a negative time sets it back. The process that sweeps
     * next has restarted and reads the record, or remembers its last sweep.
     */
    async gap(ms: number, isRestart: boolean): Promise<void> {
      const servedUntil = clock.now;
      const record = `insert into service (id, served_until) values (1, ${servedUntil})
        on conflict (id) do update set served_until = excluded.served_until`;
      await db.batch([record], 'write');
      this.advance(ms);
      const sweeper = { now: clock.now, newId, ownServedUntil: isRestart ? null : servedUntil };
      const gap = { servedUntil, now: clock.now };
      expect(await closeGap(db, sweeper)).toEqual(gap);
      moveDeadlines(model, gap);
      watch.addGap(gap);
      await compare();
      // Another process, which finds the same gap, moves nothing.
      expect(await closeGap(db, sweeper)).toBeNull();
      await compare();
    },

    /** Compares the facts in the database with those that follow from the events. */
    async checkFacts(): Promise<void> {
      const { stored, walked } = await watch.facts(db);
      expect(stored).toEqual(walked);
    },

    /** The facts that follow from the events, the fields of the tickets that no event names, and the time. */
    walkedFacts: () => ({ facts: walkEvents(watch.entries), describe: watch.describe, now: clock.now }),

    /** Compares what the API returns for every ticket and agent with the model. */
    async checkResponses(): Promise<void> {
      for (const { id, status, agentId, tier, queueId } of model.tickets.values()) {
        const record = await (await call('service', 'backend', 'GET', `/v1/tickets/${id}`)).json();
        expect(record).toMatchObject({ id, status, tier, queueId });
        expect(record.agentId ?? null).toBe(agentId);
      }
      for (const { id, load, maxLoad } of model.agents.values()) {
        const record = await (await call('supervisor', 'sue', 'GET', `/v1/agents/${id}`)).json();
        expect(record).toMatchObject({ id, load, capacity: maxLoad });
      }
    },
  };
}
export type DeskUnderTest = Awaited<ReturnType<typeof openDeskUnderTest>>;
