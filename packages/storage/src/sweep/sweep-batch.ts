import { releaseAfterMs } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';
import { closingData } from '../sql/closing-code.ts';
import { hasDeclined } from '../sql/eligibility.ts';
import { openClock } from '../sql/opening-hours.ts';
import { closed } from '../sql/ticket-columns.ts';
import { isActive } from '../sql/ticket-status.ts';
import { appendAgentEvents, appendChange, appendTicketEvents } from '../steps/append-events.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { autoCloseSteps } from '../steps/auto-close.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import { returnTickets } from '../steps/return-tickets.ts';

/** How many rows of each kind one batch handles. The embedded database serves nothing else meanwhile. */
const batchSize = 20;
/** How many waiting tickets one batch assigns. */
const assignmentsPerBatch = 32;
const dayMs = 86_400_000;

type Step = Statement<CommandContext>;

const ticketIsDue = (column: 'pick_by' | 'widen_at' | 'retry_at' | 'wrap_up_until') => `tickets.id in (
    select id from tickets where ${column} is not null and ${column} <= :now order by ${column}, id limit ${batchSize})`;

// --- Offers that were not picked in time. The ticket is returned, and its agent has one more miss.

const pickTimedOut = ticketIsDue('pick_by');

const countMisses = statement<CommandContext>`
  update agents set
    misses = misses + (select count(*) from tickets where agent_id = agents.id and ${pickTimedOut})
  where id in (select agent_id from tickets where ${pickTimedOut})`;

/** An agent becomes away after `missesUntilAway` missed offers in a row. */
const hasMissedTooOften =
  'agents.is_routable = 1 and agents.misses >= (select misses_until_away from settings)';

const appendAway = appendAgentEvents<CommandContext>('agent.status_changed', {
  where: hasMissedTooOften,
  data: { status: `'away'`, reason: `'offers_missed'` },
});

const setAway = statement<CommandContext>`
  update agents set status = 'away', is_routable = 0, status_since = :now, misses = 0, change_id = :changeId
  where ${hasMissedTooOften}`;

const missSteps: Step[] = [
  countMisses,
  ...returnTickets<CommandContext>({ event: 'ticket.missed', where: pickTimedOut, asksOthersFirst: true }),
  appendAway,
  setAway,
];

// --- Leases that have ended. Offers are returned at once, picked tickets after a grace period. An agent can have many
// tickets, so a batch returns the first of them, and handles an agent when none of its tickets is left.

const leaseExpired = `(
    select id from agents where is_connected = 1 and lease_until <= :now
    order by lease_until, id limit ${batchSize})`;

const graceOver = `(
    select id from agents where release_at is not null and release_at <= :now
    order by release_at, id limit ${batchSize})`;

const isOffer = (ticket: string) =>
  `${isActive(ticket)} and ${ticket}.picked_at is null and ${ticket}.is_agent_fixed = 0`;

const offersOfExpired = `(
    select offer.id from agents join tickets offer on offer.agent_id = agents.id and ${isOffer('offer')}
    where agents.id in ${leaseExpired}
    order by agents.lease_until, agents.id, offer.id limit ${batchSize})`;

const ticketsOfReleased = `(
    select held.id from agents join tickets held on held.agent_id = agents.id and ${isActive('held')}
    where agents.id in ${graceOver}
    order by agents.release_at, agents.id, held.id limit ${batchSize})`;

const leaseSteps: Step[] = [
  appendAgentEvents<CommandContext>('agent.disconnected', {
    where: `agents.id in ${leaseExpired} and not exists (
    select 1 from tickets later where later.agent_id = agents.id and ${isOffer('later')}
      and later.id not in ${offersOfExpired})`,
  }),
  ...returnTickets<CommandContext>({
    event: 'ticket.returned',
    where: `tickets.id in ${offersOfExpired}`,
    data: { reason: `'agent_gone'` },
    asksOthersFirst: false,
  }),
  statement<CommandContext>`
  update agents set is_connected = 0, release_at = lease_until + ${releaseAfterMs}
  where id in ${leaseExpired} and not exists (
    select 1 from tickets offer where offer.agent_id = agents.id and ${isOffer('offer')})`,
  ...returnTickets<CommandContext>({
    event: 'ticket.returned',
    where: `tickets.id in ${ticketsOfReleased}`,
    data: { reason: `'agent_gone'` },
    asksOthersFirst: false,
  }),
  statement<CommandContext>`
  update agents set release_at = null
  where id in ${graceOver} and not exists (
    select 1 from tickets held where held.agent_id = agents.id and ${isActive('held')})`,
];

// --- Wrap-ups that are over.

const wrapUpSteps: Step[] = [
  statement<CommandContext>`
  update tickets set ${closed}
  where ${ticketIsDue('wrap_up_until')}`,
  appendChange<CommandContext>('ticket.closed', {
    where: `tickets.status = 'CLOSED'`,
    data: { reason: `'wrap_up_over'`, ...closingData },
  }),
];

// --- Widen steps. If the stored opening hours ended before the next step, the ticket is only placed again.

const hasReachedNextStage = `exists (
    select 1 from queue_stages s
    where s.queue_id = tickets.queue_id and s.stage = tickets.stage + 1
      and s.after_ms <= ${openClock('tickets.queue_id', ':now')} - ${openClock('tickets.queue_id', 'tickets.created_at')})`;

const widenSteps: Step[] = [
  appendTicketEvents<CommandContext>('ticket.widened', {
    where: `${ticketIsDue('widen_at')} and ${hasReachedNextStage}`,
    data: { step: 'tickets.stage + 1' },
  }),
  statement<CommandContext>`
  update tickets set need_set = null, change_id = :changeId
  where ${ticketIsDue('widen_at')}`,
  // Before the declines, because a ticket without a need set matches no agent.
  placeInQueue,
];

// --- Declines. They are deleted if no other agent on duty matches, so that the agents who declined are asked again.

/**
 * Whether another agent on duty matches the ticket and has not declined it, even if that agent is full.
 *
 * @see packages/domain/src/routing/asks-again.ts `asksAgain`, the same rule in TypeScript
 */
const anotherAgentMatches = `exists (
    select 1 from coverage join agents another on another.skills = coverage.skills
    where coverage.need_set = tickets.need_set and another.is_routable = 1 and another.lease_until > :now
      and not ${hasDeclined('tickets.id', 'another.id')})`;

const retrySteps: Step[] = [
  statement<CommandContext>`
  delete from ticket_declines where ticket_id in (
    select id from tickets where ${ticketIsDue('retry_at')} and not ${anotherAgentMatches})`,
  statement<CommandContext>`
  update tickets set
    retry_at = case when exists (select 1 from ticket_declines where ticket_id = tickets.id)
      then :now + (select pick_timeout_ms from queues where id = tickets.queue_id) end
  where ${ticketIsDue('retry_at')}`,
];

// --- Need sets and skill sets that are no longer used.

const pruneSteps: Step[] = [
  statement<CommandContext>`
  delete from need_sets where id in (
    select id from need_sets where waiting = 0 and used_at < :now - ${dayMs} limit ${batchSize})`,
  statement<CommandContext>`
  delete from skill_sets where skills in (
    select skills from skill_sets
    where not exists (select 1 from agents where agents.skills = skill_sets.skills) limit ${batchSize})`,
];

/** Handles at most 20 rows of each kind that are due at `now`. Each step clears the deadline that it acts on. */
export const sweepBatch = command({
  steps: [
    ...missSteps,
    ...leaseSteps,
    ...wrapUpSteps,
    ...autoCloseSteps,
    ...widenSteps,
    ...retrySteps,
    ...assignUpTo(assignmentsPerBatch),
    appendAssignments,
    ...pruneSteps,
  ],
  answer: {},
});
