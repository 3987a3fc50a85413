import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { hasDeclined, mayReceive } from '../sql/eligibility.ts';
import { queueIsOpen } from '../sql/opening-hours.ts';
import { allArePlaced } from '../sql/unfinished.ts';
import { assigned } from '../sql/ticket-columns.ts';
import { isHeld, isWaiting } from '../sql/ticket-status.ts';
import { appendTicketEvents } from './append-events.ts';

// The index `agents_turn` contains only agents with capacity, so the search ends at once if all agents are full. The
// conditions are nested, because for a join SQLite would build an index of all agents each time.
const hasEligibleAgent = (needSet: string, unlessDeclined = '') => `exists (
    select 1 from coverage where coverage.need_set = ${needSet} and exists (
      select 1 from agents candidate indexed by agents_turn
      where candidate.skills = coverage.skills and ${mayReceive('candidate')} ${unlessDeclined}))`;

/**
 * The id of the waiting ticket with the lowest rank that some agent can take. It is the first of the first tickets of
 * all need sets. Null: no ticket can be assigned.
 */
export const nextTicketId = `(
  select ticket.id
  from need_sets join tickets ticket on ticket.id = (
    select waiting.id from tickets waiting
    where waiting.need_set = need_sets.id and ${isWaiting('waiting')}
      and ${hasEligibleAgent('waiting.need_set', `and not ${hasDeclined('waiting.id', 'candidate.id')}`)}
    order by waiting.rank, waiting.id limit 1)
  where ${allArePlaced} and need_sets.waiting > 0 and ${queueIsOpen('need_sets.queue_id', ':now')}
    and ${hasEligibleAgent('need_sets.id')}
  order by ticket.rank, ticket.id limit 1)`;

/** The id of the customer’s last agent if it can take the ticket now. Otherwise null. */
const preferredAgentId = `(
    select preferred.id
    from agents preferred join coverage
      on coverage.need_set = tickets.need_set and coverage.skills = preferred.skills
    where preferred.id = tickets.preferred_agent_id and tickets.prefer_until > :now
      and ${mayReceive('preferred')} and not ${hasDeclined('tickets.id', 'preferred.id')})`;

/**
 * The id of the agent that the strategy chooses for the ticket. It is the first of the first agents of all skill sets
 * that satisfy the ticket’s need set.
 */
const firstAgentInTurn = `(
    select first.id
    from coverage join agents first on first.id = (
      select candidate.id from agents candidate indexed by agents_turn
      where candidate.skills = coverage.skills and ${mayReceive('candidate')}
        and not ${hasDeclined('tickets.id', 'candidate.id')}
      order by candidate.turn_load, candidate.turn_since, candidate.id limit 1)
    where coverage.need_set = tickets.need_set
    order by first.turn_load, first.turn_since, first.id limit 1)`;

/**
 * Assigns the next ticket that an agent can take. This statement decides who gets the next ticket; `assignWaitingTo`
 * decides the same for one agent. The columns `turn_load` and `turn_since` of schema/agents.ts order agents by the
 * strategy.
 *
 * @see packages/domain/src/routing/choose.ts `choosePair`, the same rule in TypeScript
 */
export const assignNext = statement<CommandContext>`
  update tickets set ${assigned(`coalesce(${preferredAgentId}, ${firstAgentInTurn})`, 'rule')}
  where tickets.id = ${nextTicketId}`;

/** Makes at most `count` assignments, one after the other. */
export const assignUpTo = (count: number): Statement<CommandContext>[] =>
  Array.from({ length: count }, () => assignNext);

/**
 * Assigns waiting tickets to one agent, lowest rank first, until its capacity is used. `agentId` is an SQL expression.
 *
 * @see packages/domain/src/routing/choose.ts `choosePair`, which makes the same assignments one after the other
 */
export const assignWaitingTo = <P extends CommandContext & Bindable<P>>(agentId: string): Statement<P> => {
  const freeCapacity = `coalesce((
        select receiver.max_load - receiver.load from agents receiver
        where receiver.id = ${agentId} and ${mayReceive('receiver')}), 0)`;
  return statement<P>`
  update tickets set ${assigned(agentId, 'rule')}
  where tickets.id in (
    select ticket.id
    from need_sets
      cross join coverage on coverage.need_set = need_sets.id
        and coverage.skills = (select skills from agents where id = ${agentId})
      join tickets ticket on ticket.id in (
        select waiting.id from tickets waiting
        where waiting.need_set = need_sets.id and ${isWaiting('waiting')} and not ${hasDeclined('waiting.id', agentId)}
        order by waiting.rank, waiting.id limit ${freeCapacity})
    where ${allArePlaced} and need_sets.waiting > 0 and ${freeCapacity} > 0 and ${queueIsOpen('need_sets.queue_id', ':now')}
    order by ticket.rank, ticket.id limit ${freeCapacity})`;
};

/** Writes an event for each ticket that this command has assigned. This step must follow the assignments. */
export const appendAssignments = appendTicketEvents<CommandContext>('ticket.assigned', {
  where: `tickets.change_id = :changeId and tickets.assigned_change_id = :changeId and ${isHeld('tickets')}`,
  data: {
    reason: `case
      when tickets.is_agent_fixed = 1 then 'chosen_by_person'
      when tickets.agent_id = tickets.preferred_agent_id and tickets.prefer_until > :now then 'last_agent_of_customer'
      else (select strategy from settings) end`,
  },
});
