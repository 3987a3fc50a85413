import { defaultSettings, type Settings } from '@chat-ticket/contract';
import { putSettings, sweep } from '@chat-ticket/storage';
import { expect } from 'vitest';
import { openDesk } from '../open-desk.ts';
import { checkInvariants, checkRoom } from './invariants.ts';
import { ModelDesk } from './model-desk.ts';
import { nextDueAt, sweepModel } from './model-sweep.ts';
import { asRead, inAnyOrder, query, readDesk, toTold } from './read-desk.ts';
import { LogReplay } from './replay-log.ts';
import { isAtRest } from './route.ts';
import type { DeskRequest } from './step.ts';
import type { Refusal } from './ticket-life.ts';
import { type Condition, VersionLog } from './version-log.ts';

const tables = [
  'ticket_declines',
  'tickets',
  'agents',
  'need_sets',
  'skill_sets',
  'idempotency_keys',
  'events',
];

/** A desk, the model of it, and what is checked of both after each command. */
export async function openHuntedDesk() {
  let ids = 0;
  // Ids count up, but do not sort as they count: ties between tickets are broken by id.
  const newId = () => `${(Math.imul(++ids, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-${ids}`;
  const { db, clock, call, settle } = await openDesk({ newId });
  const begin = clock.now;
  let model = new ModelDesk(begin, defaultSettings);
  let log = new LogReplay();
  let versionLog = new VersionLog();
  let seq = 0;
  let comparisons = 0;

  async function check(): Promise<void> {
    const { agents, tickets, versions, events } = await readDesk(db, seq);
    expect({ agents, tickets }).toEqual(asRead(model));
    expect(inAnyOrder(events.map(toTold))).toEqual(inAnyOrder(model.told));
    expect(log.follow(events)).toEqual([]);
    expect(log.standings()).toEqual(
      new Map(tickets.map(({ id, status, agentId }) => [id, { status, agentId }])),
    );
    expect(versionLog.follow(tickets, versions)).toEqual([]);
    await checkInvariants(db);
    await checkRoom(db, seq);
    seq = Number(events.at(-1)?.['seq'] ?? seq);
    model.told = [];
    comparisons++;
  }

  return {
    get model() {
      return model;
    },

    get comparisons() {
      return comparisons;
    },

    /** A desk without a past. */
    async reset(settings: Settings): Promise<void> {
      ids = 0;
      clock.now = begin;
      const command = { changeId: crypto.randomUUID(), now: begin, actorRole: 'system', actorId: 'test' };
      await db.batch(
        tables.map((table) => `delete from ${table}`),
        'write',
      );
      await putSettings(db, { ...command, settings, ifVersion: null });
      await db.batch(['delete from events'], 'write');
      model = new ModelDesk(begin, settings);
      log = new LogReplay();
      versionLog = new VersionLog();
      const [[last]] = (await query(db, `select seq from sqlite_sequence where name = 'events'`)) as [
        [{ seq: number }],
      ];
      seq = last.seq;
    },

    /** Sends a request of which the model knows whether it is refused, and then compares. */
    async send(
      [role, sub, method, path, body, headers]: DeskRequest,
      foretell: (answer: { id: string; roomId: string; status: number }) => Refusal,
    ): Promise<void> {
      const wasAtRest = isAtRest(model);
      const response = await call(role, sub, method, path, body, {}, headers);
      await settle();
      const answer = response.status === 204 ? {} : await response.json();
      const refusal = foretell({ id: answer.id, roomId: answer.metadata?.roomId, status: response.status });
      expect(answer.errors?.[0].code ?? null).toBe(refusal);
      await check();
      if (wasAtRest) expect(isAtRest(model)).toBe(true);
    },

    /** The header that names a version of the ticket. */
    ifMatch: (ticketId: string, condition: Condition | null) => versionLog.headersFor(ticketId, condition),

    async sweep(): Promise<void> {
      const answer = await sweep(db, { now: clock.now, newId });
      sweepModel(model);
      expect(isAtRest(model)).toBe(true);
      expect(answer.nextDueAt).toBe(nextDueAt(model));
      expect(answer.nextDueAt ?? Infinity).toBeGreaterThan(clock.now);
      await check();
      expect(await sweep(db, { now: clock.now, newId })).toEqual({ ...answer, events: [] });
      await check();
    },

    pass(ms: number): void {
      clock.now += ms;
      model.now = clock.now;
    },

    /** What the API says of every ticket and agent. */
    async checkAnswers(): Promise<void> {
      for (const { id, status, agentId, tier, queueId } of model.tickets.values()) {
        const record = await (await call('service', 'backend', 'GET', `/v1/tickets/${id}`)).json();
        expect(record).toMatchObject({ id, status, tier, queueId, ...(agentId === null ? {} : { agentId }) });
      }
      for (const { id, load, maxLoad } of model.agents.values()) {
        const record = await (await call('supervisor', 'sue', 'GET', `/v1/agents/${id}`)).json();
        expect(record).toMatchObject({ id, load, capacity: maxLoad });
      }
    },
  };
}
export type HuntedDesk = Awaited<ReturnType<typeof openHuntedDesk>>;
