CREATE TRIGGER `ticket_agents_picked` AFTER UPDATE OF `picked_at` ON `tickets`
WHEN NEW.picked_at IS NOT NULL AND NEW.agent_id IS NOT NULL AND OLD.picked_at IS NOT NEW.picked_at
BEGIN
  INSERT INTO ticket_agents (ticket_id, agent_id, created_at)
    SELECT NEW.id, NEW.agent_id, NEW.created_at
    WHERE NOT EXISTS (SELECT 1 FROM ticket_agents WHERE ticket_id = NEW.id AND agent_id = NEW.agent_id);
END;--> statement-breakpoint
CREATE TRIGGER `ticket_agents_moved` AFTER UPDATE OF `created_at` ON `tickets` WHEN OLD.created_at IS NOT NEW.created_at
BEGIN
  UPDATE ticket_agents SET created_at = NEW.created_at WHERE ticket_id = NEW.id;
END;--> statement-breakpoint
-- The open tickets from before these columns. Their rooms are open too, so their customers can wait.
UPDATE `tickets` SET `customer_waits_since` = (
  SELECT CASE WHEN replies.last_seq IS NULL THEN tickets.created_at ELSE (
    SELECT min(at) FROM messages
    WHERE ticket_id = tickets.id AND seq > replies.last_seq AND sender_role = 'customer') END
  FROM (
    SELECT max(seq) AS last_seq FROM messages
    WHERE ticket_id = tickets.id AND kind = 'message' AND sender_role IN ('agent', 'supervisor', 'admin')) AS replies
) WHERE status <> 'CLOSED' AND room_closed_at IS NULL;--> statement-breakpoint
INSERT INTO `ticket_agents` (`ticket_id`, `agent_id`, `created_at`)
  SELECT id, agent_id, created_at FROM tickets
  WHERE status <> 'CLOSED' AND agent_id IS NOT NULL AND picked_at IS NOT NULL;
