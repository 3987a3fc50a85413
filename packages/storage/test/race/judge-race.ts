import type { FreshDatabase } from '../fresh-database.ts';
import { replayEvents, type TicketEventRow } from './replay-events.ts';

const logSql = `select type, ticket_id, agent_id, data ->> 'status', data ->> 'reason' from events
  where ticket_id is not null order by seq`;
const ticketSql = `select id, status, case when status in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED') then agent_id end,
  assignments from tickets`;

const deskSql = `select count(*) filter (where data ->> 'reason' = 'drained'), count(*) filter (where type = 'settings.changed') from events`;

/** What of a race must not have happened, by name, and how much of all else did. */
export async function judgeRace(
  db: FreshDatabase,
  { taken, capacity }: { taken: readonly string[]; capacity: number },
) {
  const log = (await db.rows(logSql)).map(
    ([type, ticketId, agentId, status, reason]) =>
      ({ type, ticketId, agentId, status, reason }) as TicketEventRow,
  );
  const tickets = await db.rows(ticketSql);
  const [[drained, settings]] = (await db.rows(deskSql)) as [[number, number]];
  const replay = replayEvents(log, capacity);

  const known = new Set(tickets.map(([id]) => id));
  const found: Record<string, unknown[]> = {
    ...replay.violations,
    lost: taken.filter((id) => !known.has(id)),
    /** Tickets that stand elsewhere than the log says, or were assigned more or less often. */
    untold: tickets.filter(([id, status, agentId, assignments]) => {
      const told = replay.tickets.get(String(id));
      return told?.status !== status || told?.agentId !== agentId || told?.assignments !== assignments;
    }),
    damaged: (await db.rows('pragma integrity_check')).filter(([answer]) => answer !== 'ok'),
    miscounted: (await db.rows('select id, load from agents')).filter(
      ([id, load]) => (replay.loads.get(String(id)) ?? 0) !== load,
    ),
  };
  const told = (type: string) => log.filter((event) => event.type === type).length;
  return {
    violations: Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0)),
    counts: {
      tickets: tickets.length,
      closed: told('ticket.closed'),
      assignments: told('ticket.assigned'),
      missed: told('ticket.missed'),
      declined: told('ticket.declined'),
      takenBack: told('ticket.returned'),
      moved: told('ticket.moved'),
      escalated: told('ticket.escalated'),
      errors: log.filter(({ type, status }) => type === 'ticket.status_changed' && status === 'ERROR').length,
      drained,
      settings,
    },
  };
}
