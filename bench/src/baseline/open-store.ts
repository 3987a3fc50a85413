import { randomUUID } from 'node:crypto';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { schema } from './schema.ts';

type Row = Record<string, SQLInputValue>;
export type Actor = { role: string; sub: string };

const leaseMs = 60_000;

/** Opens the tables in one file. Every statement is prepared once, and every write is one durable transaction. */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full');
  db.exec(schema);
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    return statement;
  };

  const begin = prepare('begin immediate');
  const commit = prepare('commit');
  const rollback = prepare('rollback');
  const selectAgent = prepare('select * from agents where id = $agentId');
  const selectTicket = prepare('select * from tickets where id = $ticketId');
  const selectTickets = prepare(`
    select * from tickets where agent_id = $agentId and status = 'ASSIGNED' order by assigned_at, rank, id`);
  const saveAgent = prepare(`
    insert into agents values ($agentId, $email, $name, 'offline', $now, 0, $capacity, null, 0, 0, $now)
    on conflict (id) do update set email = excluded.email, name = excluded.name, capacity = excluded.capacity`);
  const setStatus = prepare(`
    update agents set status = $status, status_since = $now, is_routable = $isRoutable,
      last_login_at = iif(status = 'offline', $now, last_login_at),
      idle_since = iif(is_routable = 0, $now, idle_since)
    where id = $agentId and status <> $status`);
  const renewLease = prepare(
    'update agents set lease_until = max(lease_until, $leaseUntil) where id = $agentId',
  );
  const selectKey = prepare('select * from idempotency_keys where scope = $sub and key = $key');
  const insertKey = prepare('insert into idempotency_keys values ($sub, $key, $bodyHash, $ticketId, $now)');
  const selectOpen = prepare(`
    select id from tickets
    where customer_id = $customerId and entity_id = $entityId and order_id = $orderId and status <> 'CLOSED'`);
  const insertTicket = prepare(`
    insert into tickets values ($ticketId, 'CREATED', $priority, $rank, $entityId, $language, $ccr, $orderId,
      $customerId, $firstName, $lastName, $customerName, $content, $roomId, null, null, $now, $now, null)`);
  const selectWaiting = prepare(`select id from tickets where status = 'CREATED' order by rank, id limit 1`);
  const mayReceive = 'is_routable = 1 and lease_until > $now and load < capacity';
  const claimLeastLoaded = prepare(`
    update agents set load = load + 1, idle_since = $now
    where id = (select id from agents where ${mayReceive} order by load, idle_since, id limit 1) returning id`);
  const claimAgent = prepare(`
    update agents set load = load + 1, idle_since = $now where id = $agentId and ${mayReceive} returning id`);
  const assign = prepare(`
    update tickets set status = 'ASSIGNED', agent_id = $agentId, assigned_at = $now, updated_at = $now
    where id = $ticketId`);
  const close = prepare(`
    update tickets set status = 'CLOSED', closed_at = $now, updated_at = $now
    where id = $ticketId and status <> 'CLOSED' returning agent_id`);
  const release = prepare('update agents set load = load - 1, idle_since = $now where id = $agentId');
  const insertEvent = prepare(`
    insert into events (type, at, ticket_id, agent_id, actor_role, actor_id, data)
    values ($type, $now, $ticketId, $agentId, $role, $sub, json_object('status', $status))`);

  const transaction = <T>(work: () => T): T => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      rollback.run();
      throw error;
    }
  };

  /** Assigns waiting tickets, one at a time, to the agents that `claim` selects. */
  const route = (claim: typeof claimAgent, params: Row): void => {
    for (;;) {
      const waiting = selectWaiting.get();
      const agent = waiting && claim.get(params);
      if (!waiting || !agent) return;
      const assignment = { ...params, ticketId: waiting.id!, agentId: agent.id! };
      assign.run(assignment);
      insertEvent.run({ ...assignment, type: 'ticket.assigned', status: 'ASSIGNED' });
    }
  };

  return {
    listTickets: (agentId: string) => selectAgent.get({ agentId }) && selectTickets.all({ agentId }),

    saveAgent: (agent: Row) =>
      transaction(() => {
        saveAgent.run({ ...agent, now: Date.now() });
        return selectAgent.get(agent);
      }),

    setStatus: (actor: Actor, agentId: string, status: string) =>
      transaction(() => {
        const now = Date.now();
        const isRoutable = Number(status === 'online');
        const params = { ...actor, agentId, status, isRoutable, now, leaseUntil: now + leaseMs };
        if (setStatus.run(params).changes)
          insertEvent.run({ ...params, type: 'agent.status_changed', ticketId: null });
        renewLease.run(params);
        route(claimAgent, params);
        return selectAgent.get(params);
      }),

    /** Returns null when the key was used with another body. */
    createTicket: (actor: Actor, key: string, bodyHash: string, ticket: Row) =>
      transaction(() => {
        const now = Date.now();
        const known = selectKey.get({ ...actor, key });
        if (known && known.body_hash !== bodyHash) return null;
        const openId = (known?.ticket_id ?? selectOpen.get(ticket)?.id) as string | undefined;
        const params: Row = { ...actor, ...ticket, key, bodyHash, now, ticketId: openId ?? randomUUID() };
        if (!openId) {
          insertTicket.run({ ...params, roomId: randomUUID(), rank: now - Number(ticket.priority) * 60_000 });
          insertEvent.run({ ...params, type: 'ticket.created', agentId: null, status: 'CREATED' });
        }
        if (!known) insertKey.run(params);
        if (!openId) route(claimLeastLoaded, params);
        return { isNew: !openId, ticket: selectTicket.get(params)! };
      }),

    closeTicket: (actor: Actor, ticketId: string) =>
      transaction(() => {
        const params = { ...actor, ticketId, now: Date.now() };
        const closed = close.get(params);
        if (closed) {
          const agent = { ...params, agentId: closed.agent_id! };
          insertEvent.run({ ...agent, type: 'ticket.closed', status: 'CLOSED' });
          if (closed.agent_id) release.run(agent);
          if (closed.agent_id) route(claimAgent, agent);
        }
        return selectTicket.get(params);
      }),

    close: () => db.close(),
  };
}
