-- A person who moves a ticket to the queue that it has ends no wait, and settings may place it elsewhere in the same ms.
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
        WHERE change_id = NEW.change_id AND subject_id = NEW.id AND type = 'ticket.moved' AND at = NEW.placed_at
          AND data ->> 'queueId' = NEW.queue_id)
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
END;
