CREATE TRIGGER `tickets_load_gained` AFTER UPDATE OF `agent_id`, `status` ON `tickets`
WHEN NEW.agent_id IS NOT NULL AND NEW.status IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')
  AND (OLD.agent_id IS NOT NEW.agent_id OR OLD.status NOT IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'))
BEGIN
  UPDATE agents SET load = load + 1, idle_since = NEW.updated_at WHERE id = NEW.agent_id;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_load_lost` AFTER UPDATE OF `agent_id`, `status` ON `tickets`
WHEN OLD.agent_id IS NOT NULL AND OLD.status IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')
  AND (OLD.agent_id IS NOT NEW.agent_id OR NEW.status NOT IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'))
BEGIN
  UPDATE agents SET load = load - 1, idle_since = NEW.updated_at WHERE id = OLD.agent_id;
END;
