// What an UPDATE of `tickets` sets for each thing that can happen to a ticket.

/** No agent has it. */
export const unassigned =
  'agent_id = null, assigned_at = null, is_agent_fixed = 0, pick_by = null, picked_at = null';

/** It is done. Its agent stays, for the record. */
export const closed = `status = 'CLOSED', closed_at = :now, room_closed_at = coalesce(room_closed_at, :now),
      pick_by = null, widen_at = null, retry_at = null, wrap_up_until = null, updated_at = :now, change_id = :changeId`;

/** The status that a ticket gets with its next agent. */
export const nextAgentStatus = `case tickets.assignments when 0 then 'ASSIGNED' else 'REASSIGNED' end`;

/**
 * It goes to an agent. A rule makes an offer, which ends after the queue’s pick timeout. A person’s choice is
 * not taken back by a timeout.
 */
export const assigned = (agentId: string, by: 'rule' | 'person'): string =>
  `agent_id = ${agentId}, status = ${nextAgentStatus}, assignments = assignments + 1,
      assigned_at = :now, first_assigned_at = coalesce(first_assigned_at, :now), picked_at = null,
      is_agent_fixed = ${by === 'person' ? 1 : 0},
      pick_by = ${by === 'person' ? 'null' : ':now + (select pick_timeout_ms from queues where id = tickets.queue_id)'},
      widen_at = null, retry_at = null, assigned_change_id = :changeId, updated_at = :now, change_id = :changeId`;

/** A new idle period, with the full times of the ticket’s queue, when `isRunning`; else none. */
export const autoCloseFromNow = (isRunning: string): string =>
  `auto_close_warning_at = case when ${isRunning}
        then :now + (select auto_close_warn_ms from queues where id = tickets.queue_id) end,
      auto_close_at = case when ${isRunning}
        then :now + (select auto_close_ms from queues where id = tickets.queue_id) end,
      is_auto_close_warned = 0`;
