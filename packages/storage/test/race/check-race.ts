import type { FreshDatabase } from '../fresh-database.ts';
import { replayEvents, type TicketEventRow } from './replay-events.ts';

const ticketEventsSql = `select type, ticket_id, agent_id, data ->> 'status', data ->> 'reason' from events
  where ticket_id is not null order by seq`;
const ticketsSql = `select id, status, case when status in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED') then agent_id end,
  assignments from tickets`;
const deskEventsSql = `select count(*) filter (where data ->> 'reason' = 'drained'), count(*) filter (where type = 'settings.changed') from events`;

/**
 * Checks the database after a race. Returns every broken promise by name, and how often each kind of change occurred.
 */
export async function checkRace(
  db: FreshDatabase,
  { created, capacity }: { created: readonly string[]; capacity: number },
) {
  const ticketEvents = (await db.rows(ticketEventsSql)).map(
    ([type, ticketId, agentId, status, reason]) =>
      ({ type, ticketId, agentId, status, reason }) as TicketEventRow,
  );
  const tickets = await db.rows(ticketsSql);
  const [[drained, settings]] = (await db.rows(deskEventsSql)) as [[number, number]];
  const replay = replayEvents(ticketEvents, capacity);

  const storedIds = new Set(tickets.map(([id]) => id));
  const violations: Record<string, unknown[]> = {
    ...replay.violations,
    /** Tickets whose creation was answered, but which the database does not have. */
    lost: created.filter((id) => !storedIds.has(id)),
    /** Tickets whose row differs from what the event log says. */
    differsFromEventLog: tickets.filter(([id, status, agentId, assignments]) => {
      const replayed = replay.tickets.get(String(id));
      return (
        replayed?.status !== status || replayed?.agentId !== agentId || replayed?.assignments !== assignments
      );
    }),
    damaged: (await db.rows('pragma integrity_check')).filter(([result]) => result !== 'ok'),
    /** Agents whose load differs from the tickets that they hold. */
    wrongLoad: (await db.rows('select id, load from agents')).filter(
      ([id, load]) => (replay.loads.get(String(id)) ?? 0) !== load,
    ),
  };
  const countOf = (type: string) => ticketEvents.filter((event) => event.type === type).length;
  return {
    violations: Object.fromEntries(Object.entries(violations).filter(([, list]) => list.length > 0)),
    counts: {
      tickets: tickets.length,
      closed: countOf('ticket.closed'),
      assignments: countOf('ticket.assigned'),
      missed: countOf('ticket.missed'),
      declined: countOf('ticket.declined'),
      returned: countOf('ticket.returned'),
      moved: countOf('ticket.moved'),
      escalated: countOf('ticket.escalated'),
      errors: ticketEvents.filter(
        ({ type, status }) => type === 'ticket.status_changed' && status === 'ERROR',
      ).length,
      drained,
      settings,
    },
  };
}
