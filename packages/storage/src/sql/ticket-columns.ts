// The columns that an UPDATE of `tickets` sets together.

/** The ticket loses its agent. */
export const unassigned =
  'agent_id = null, assigned_at = null, is_agent_fixed = 0, pick_by = null, picked_at = null';

/** The ticket is closed. It keeps its agent for the history. */
export const closed = `status = 'CLOSED', closed_at = :now, room_closed_at = coalesce(room_closed_at, :now),
      pick_by = null, widen_at = null, retry_at = null, wrap_up_until = null, updated_at = :now, change_id = :changeId`;

/** The status that the ticket gets with its next agent. */
export const nextAgentStatus = `case tickets.assignments when 0 then 'ASSIGNED' else 'REASSIGNED' end`;

/**
 * The ticket is assigned to an agent, whose id is the SQL expression `agentId`. An assignment by a rule is an offer,
 * which ends after the queue’s pick timeout. An assignment by a person has no timeout.
 */
export const assigned = (agentId: string, by: 'rule' | 'person'): string =>
  `agent_id = ${agentId}, status = ${nextAgentStatus}, assignments = assignments + 1,
      assigned_at = :now, first_assigned_at = coalesce(first_assigned_at, :now), picked_at = null,
      is_agent_fixed = ${by === 'person' ? 1 : 0},
      pick_by = ${by === 'person' ? 'null' : ':now + (select pick_timeout_ms from queues where id = tickets.queue_id)'},
      widen_at = null, retry_at = null, assigned_change_id = :changeId, updated_at = :now, change_id = :changeId`;

/**
 * The timer that closes an idle chat starts with the full times of the ticket’s queue if `isRunning`. Otherwise it
 * stops.
 */
export const autoCloseFromNow = (isRunning: string): string =>
  `auto_close_warning_at = case when ${isRunning}
        then :now + (select auto_close_warn_ms from queues where id = tickets.queue_id) end,
      auto_close_at = case when ${isRunning}
        then :now + (select auto_close_ms from queues where id = tickets.queue_id) end,
      is_auto_close_warned = 0`;
