-- The tickets. The statements of a trigger run in their order; the order of triggers is undefined, so none relies on it.
CREATE TRIGGER `facts_ticket_made` AFTER INSERT ON `tickets`
BEGIN
  INSERT INTO ticket_facts (ticket_id, queue_id, entity_id, language, ccr, agent_id, created_at)
    VALUES (NEW.id, NEW.queue_id, NEW.entity_id, NEW.language, NEW.ccr, NEW.agent_id, NEW.created_at);
  INSERT INTO ticket_intervals (ticket_id, phase, queue_id, agent_id, began_at)
    SELECT NEW.id, NEW.phase, NEW.queue_id, NEW.agent_id, NEW.created_at WHERE NEW.phase <> 'closed';
END;--> statement-breakpoint
CREATE TRIGGER `facts_ticket_described` AFTER UPDATE OF `queue_id`, `entity_id`, `language`, `ccr`, `created_at` ON `tickets`
WHEN OLD.queue_id IS NOT NEW.queue_id OR OLD.entity_id IS NOT NEW.entity_id OR OLD.language IS NOT NEW.language
  OR OLD.ccr IS NOT NEW.ccr OR OLD.created_at IS NOT NEW.created_at
BEGIN
  UPDATE ticket_facts
    SET queue_id = NEW.queue_id, entity_id = NEW.entity_id, language = NEW.language, ccr = NEW.ccr, created_at = NEW.created_at
    WHERE ticket_id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER `facts_ticket_changed` AFTER UPDATE OF `status`, `picked_at`, `agent_id` ON `tickets`
WHEN OLD.phase IS NOT NEW.phase OR OLD.agent_id IS NOT NEW.agent_id
BEGIN
  DELETE FROM ticket_intervals
    WHERE ticket_id = NEW.id AND ended_at IS NULL AND phase = 'waiting' AND began_at >= NEW.updated_at;
  -- The event that says why a ticket was returned is written before the ticket, in the same batch.
  UPDATE ticket_intervals SET
    ended_at = max(began_at, NEW.updated_at),
    ended_by = CASE
      WHEN NEW.phase = 'closed' THEN 'closed'
      WHEN NEW.phase = 'wrap_up' THEN 'chat_closed'
      WHEN NEW.phase = 'picked' THEN 'picked'
      WHEN NEW.phase = 'offered' THEN CASE WHEN OLD.agent_id IS NULL THEN 'assigned' ELSE 'transferred' END
      WHEN NEW.phase IN ('workflow', 'error') THEN NEW.phase
      WHEN OLD.phase = 'workflow' THEN 'workflow_done'
      ELSE coalesce((
        SELECT substr(type, 8) FROM events
        WHERE change_id = NEW.change_id AND subject_id = NEW.id
          AND type IN ('ticket.missed', 'ticket.declined', 'ticket.moved', 'ticket.escalated')
        LIMIT 1), 'returned') END
    WHERE ticket_id = NEW.id AND ended_at IS NULL;
  INSERT INTO ticket_intervals (ticket_id, phase, queue_id, agent_id, cause, began_at)
    SELECT NEW.id, NEW.phase, NEW.queue_id, NEW.agent_id,
      CASE WHEN NEW.phase = 'waiting' THEN (
        SELECT substr(type, 8) FROM events
        WHERE change_id = NEW.change_id AND subject_id = NEW.id AND type IN ('ticket.missed', 'ticket.declined')
        LIMIT 1) END,
      NEW.updated_at
    WHERE NEW.phase <> 'closed';
  UPDATE ticket_facts SET
    agent_id = coalesce(NEW.agent_id, agent_id),
    first_agent_id = coalesce(first_agent_id, NEW.agent_id),
    goal_ms = CASE
      WHEN first_assigned_at IS NULL AND NEW.first_assigned_at IS NOT NULL
        THEN (SELECT goal_ms FROM queues WHERE id = NEW.queue_id)
      ELSE goal_ms END,
    first_assigned_at = NEW.first_assigned_at,
    picked_at = coalesce(picked_at, NEW.picked_at),
    room_closed_at = NEW.room_closed_at,
    closed_at = NEW.closed_at,
    assignments = NEW.assignments
    WHERE ticket_id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER `facts_ticket_counted` AFTER UPDATE OF `ended_by` ON `ticket_intervals`
WHEN NEW.ended_by IN ('missed', 'declined', 'transferred', 'moved')
BEGIN
  UPDATE ticket_facts SET
    misses = misses + (NEW.ended_by = 'missed'),
    declines = declines + (NEW.ended_by = 'declined'),
    transfers = transfers + (NEW.ended_by IN ('transferred', 'moved'))
    WHERE ticket_id = NEW.ticket_id;
END;--> statement-breakpoint
-- It replaces the trigger of 0001_upkeep.sql. The need set must have its coverage before the cause of the wait is found.
DROP TRIGGER `tickets_begin_to_wait`;--> statement-breakpoint
CREATE TRIGGER `tickets_begin_to_wait` AFTER UPDATE OF `status`, `need_set` ON `tickets`
WHEN NEW.need_set IS NOT NULL AND NEW.status IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED')
  AND (OLD.need_set IS NOT NEW.need_set OR OLD.status NOT IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED'))
BEGIN
  INSERT INTO need_sets (id, queue_id, needs, tier_from, tier_to, waiting, used_at)
    SELECT NEW.need_set, NEW.need_set ->> 0, NEW.need_set -> 1, NEW.need_set ->> 2, NEW.need_set ->> 3, 0, NEW.updated_at
    WHERE NOT EXISTS (SELECT 1 FROM need_sets WHERE id = NEW.need_set);
  UPDATE need_sets SET waiting = waiting + 1, used_at = NEW.updated_at WHERE id = NEW.need_set;
  -- A ticket that waits for longer than 0 ms and is now in another queue has a new interval there.
  UPDATE ticket_intervals SET
    ended_at = NEW.placed_at,
    ended_by = CASE
      WHEN EXISTS (
        SELECT 1 FROM events
        WHERE change_id = NEW.change_id AND subject_id = NEW.id AND type = 'ticket.moved' AND at = NEW.placed_at)
        THEN 'moved'
      ELSE 'placed' END
    WHERE ticket_id = NEW.id AND ended_at IS NULL AND phase = 'waiting' AND queue_id <> NEW.queue_id
      AND began_at < NEW.placed_at;
  INSERT INTO ticket_intervals (ticket_id, phase, queue_id, began_at)
    SELECT NEW.id, 'waiting', NEW.queue_id, NEW.placed_at
    WHERE NOT EXISTS (SELECT 1 FROM ticket_intervals WHERE ticket_id = NEW.id AND ended_at IS NULL);
  UPDATE ticket_intervals SET
    queue_id = NEW.queue_id,
    cause = coalesce(cause, CASE
      WHEN NOT coalesce((
        SELECT closes_at > NEW.placed_at FROM queue_hours
        WHERE queue_id = NEW.queue_id AND opens_at <= NEW.placed_at ORDER BY opens_at DESC LIMIT 1), 0)
        THEN 'queue_closed'
      WHEN NOT EXISTS (
        SELECT 1 FROM coverage JOIN agents ON agents.skills = coverage.skills
        WHERE coverage.need_set = NEW.need_set AND agents.is_routable = 1 AND agents.is_connected = 1)
        THEN 'nobody_with_skills'
      WHEN NOT EXISTS (
        SELECT 1 FROM coverage JOIN agents ON agents.skills = coverage.skills
        WHERE coverage.need_set = NEW.need_set AND agents.is_routable = 1 AND agents.is_connected = 1
          AND agents.load < agents.max_load)
        THEN 'all_full'
      ELSE 'other' END)
    WHERE ticket_id = NEW.id AND ended_at IS NULL AND phase = 'waiting';
END;--> statement-breakpoint
CREATE TRIGGER `facts_replied` AFTER INSERT ON `messages`
WHEN NEW.sender_role = 'agent' AND NEW.kind = 'message'
BEGIN
  UPDATE ticket_facts SET first_reply_at = NEW.at, reply_agent_id = NEW.sender_id
    WHERE ticket_id = NEW.ticket_id AND first_reply_at IS NULL;
END;--> statement-breakpoint
-- The agents.
CREATE TRIGGER `facts_agent_made` AFTER INSERT ON `agents`
BEGIN
  INSERT INTO agent_intervals (agent_id, status, is_routable, has_tickets, began_at)
    VALUES (NEW.id, NEW.status, NEW.is_routable, NEW.load > 0, NEW.status_since);
END;--> statement-breakpoint
CREATE TRIGGER `facts_agent_changed` AFTER UPDATE OF `status`, `is_routable`, `load` ON `agents`
WHEN OLD.status IS NOT NEW.status OR OLD.is_routable IS NOT NEW.is_routable OR (OLD.load > 0) IS NOT (NEW.load > 0)
BEGIN
  -- The time is of the column that changed. The triggers that count the load set idle_since.
  UPDATE agent_intervals SET ended_at = max(began_at, CASE
      WHEN OLD.status IS NOT NEW.status THEN NEW.status_since
      WHEN OLD.is_routable IS NOT NEW.is_routable THEN NEW.routable_since
      ELSE NEW.idle_since END)
    WHERE agent_id = NEW.id AND ended_at IS NULL;
  INSERT INTO agent_intervals (agent_id, status, is_routable, has_tickets, began_at)
    SELECT NEW.id, NEW.status, NEW.is_routable, NEW.load > 0, max(
      coalesce((SELECT max(began_at) FROM agent_intervals WHERE agent_id = NEW.id), 0),
      CASE
        WHEN OLD.status IS NOT NEW.status THEN NEW.status_since
        WHEN OLD.is_routable IS NOT NEW.is_routable THEN NEW.routable_since
        ELSE NEW.idle_since END);
  DELETE FROM agent_intervals
    WHERE agent_id = NEW.id AND ended_at = began_at
      AND began_at = (SELECT max(began_at) FROM agent_intervals WHERE agent_id = NEW.id);
END;--> statement-breakpoint
CREATE TRIGGER `facts_agent_renamed` AFTER UPDATE OF `id` ON `agents`
WHEN OLD.id IS NOT NEW.id
BEGIN
  UPDATE agent_intervals SET agent_id = NEW.id WHERE agent_id = OLD.id;
END;--> statement-breakpoint
CREATE TRIGGER `facts_agent_removed` AFTER DELETE ON `agents`
BEGIN
  UPDATE agent_intervals
    SET ended_at = max(began_at, coalesce((SELECT removed_at FROM removed_agents WHERE id = OLD.id), began_at))
    WHERE agent_id = OLD.id AND ended_at IS NULL;
END;--> statement-breakpoint
-- The gaps. A clock that was set back ends what seems to last into the future.
CREATE TRIGGER `facts_first_gap` AFTER INSERT ON `service`
WHEN NEW.gap_from < NEW.gap_until
BEGIN
  INSERT INTO gaps (began_at, ended_at)
    SELECT NEW.gap_from, NEW.gap_until WHERE NOT EXISTS (SELECT 1 FROM gaps WHERE began_at = NEW.gap_from);
END;--> statement-breakpoint
CREATE TRIGGER `facts_gap` AFTER UPDATE OF `gap_until` ON `service`
WHEN NEW.gap_from < NEW.gap_until
BEGIN
  INSERT INTO gaps (began_at, ended_at)
    SELECT NEW.gap_from, NEW.gap_until WHERE NOT EXISTS (SELECT 1 FROM gaps WHERE began_at = NEW.gap_from);
END;--> statement-breakpoint
CREATE TRIGGER `facts_clock_set_back` AFTER UPDATE OF `gap_until` ON `service`
WHEN NEW.gap_until < NEW.gap_from
BEGIN
  DELETE FROM gaps WHERE began_at >= NEW.gap_until;
  UPDATE gaps SET ended_at = NEW.gap_until WHERE ended_at > NEW.gap_until;
  UPDATE agent_intervals SET began_at = min(began_at, NEW.gap_until), ended_at = NEW.gap_until
    WHERE ended_at > NEW.gap_until;
  UPDATE agent_intervals SET began_at = NEW.gap_until WHERE ended_at IS NULL AND began_at > NEW.gap_until;
  UPDATE ticket_intervals SET began_at = min(began_at, NEW.gap_until), ended_at = NEW.gap_until
    WHERE phase IN ('waiting', 'workflow', 'error', 'offered', 'picked', 'wrap_up') AND ended_at > NEW.gap_until;
  UPDATE ticket_intervals SET began_at = NEW.gap_until WHERE ended_at IS NULL AND began_at > NEW.gap_until;
END;--> statement-breakpoint
-- What is known of the agents and the open tickets. The closed tickets follow in bounded batches: backfillFacts.
INSERT INTO agent_intervals (agent_id, status, is_routable, has_tickets, began_at)
  SELECT id, status, is_routable, load > 0, status_since FROM agents;--> statement-breakpoint
INSERT INTO ticket_facts (
    ticket_id, queue_id, entity_id, language, ccr, agent_id, first_agent_id, reply_agent_id, created_at, first_assigned_at,
    goal_ms, picked_at, first_reply_at, room_closed_at, assignments)
  SELECT id, queue_id, entity_id, language, ccr, agent_id, CASE assignments WHEN 1 THEN agent_id END,
    (SELECT sender_id FROM messages
     WHERE ticket_id = tickets.id AND sender_role = 'agent' AND kind = 'message' ORDER BY seq LIMIT 1),
    created_at, first_assigned_at,
    CASE WHEN first_assigned_at IS NOT NULL THEN (SELECT goal_ms FROM queues WHERE id = tickets.queue_id) END, picked_at,
    (SELECT at FROM messages
     WHERE ticket_id = tickets.id AND sender_role = 'agent' AND kind = 'message' ORDER BY seq LIMIT 1),
    room_closed_at, assignments
  FROM tickets WHERE status <> 'CLOSED';--> statement-breakpoint
INSERT INTO ticket_intervals (ticket_id, phase, queue_id, agent_id, cause, began_at)
  SELECT id, phase, queue_id, agent_id, CASE phase WHEN 'waiting' THEN 'other' END,
    CASE phase
      WHEN 'offered' THEN coalesce(assigned_at, updated_at)
      WHEN 'picked' THEN picked_at
      WHEN 'wrap_up' THEN coalesce(room_closed_at, updated_at)
      ELSE CASE assignments WHEN 0 THEN created_at ELSE updated_at END END
  FROM tickets WHERE status <> 'CLOSED';--> statement-breakpoint
INSERT INTO fact_backfill (id, from_row)
  SELECT 1, last.row + 1 FROM (SELECT max(rowid) AS row FROM tickets WHERE closed_at IS NOT NULL) AS last
  WHERE last.row IS NOT NULL;
