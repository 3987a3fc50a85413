CREATE TRIGGER `tickets_load_gained` AFTER UPDATE OF `agent_id`, `status` ON `tickets`
WHEN NEW.agent_id IS NOT NULL AND NEW.status IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')
  AND (OLD.agent_id IS NOT NEW.agent_id OR OLD.status NOT IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'))
BEGIN
  UPDATE agents SET load = load + 1, idle_since = NEW.updated_at, assigned_at = NEW.updated_at WHERE id = NEW.agent_id;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_load_lost` AFTER UPDATE OF `agent_id`, `status` ON `tickets`
WHEN OLD.agent_id IS NOT NULL AND OLD.status IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED')
  AND (OLD.agent_id IS NOT NEW.agent_id OR NEW.status NOT IN ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED'))
BEGIN
  UPDATE agents SET load = load - 1, idle_since = NEW.updated_at WHERE id = OLD.agent_id;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_begin_to_wait` AFTER UPDATE OF `status`, `need_set` ON `tickets`
WHEN NEW.need_set IS NOT NULL AND NEW.status IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED')
  AND (OLD.need_set IS NOT NEW.need_set OR OLD.status NOT IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED'))
BEGIN
  INSERT INTO need_sets (id, queue_id, needs, tier_from, tier_to, waiting, used_at)
    SELECT NEW.need_set, NEW.need_set ->> 0, NEW.need_set -> 1, NEW.need_set ->> 2, NEW.need_set ->> 3, 0, NEW.updated_at
    WHERE NOT EXISTS (SELECT 1 FROM need_sets WHERE id = NEW.need_set);
  UPDATE need_sets SET waiting = waiting + 1, used_at = NEW.updated_at WHERE id = NEW.need_set;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_end_to_wait` AFTER UPDATE OF `status`, `need_set` ON `tickets`
WHEN OLD.need_set IS NOT NULL AND OLD.status IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED')
  AND (OLD.need_set IS NOT NEW.need_set OR NEW.status NOT IN ('CREATED', 'WORKFLOW_DONE', 'ESCALATED'))
BEGIN
  UPDATE need_sets SET waiting = waiting - 1 WHERE id = OLD.need_set;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_closed` AFTER UPDATE OF `status` ON `tickets` WHEN NEW.status = 'CLOSED'
BEGIN
  DELETE FROM ticket_declines WHERE ticket_id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER `need_sets_made` AFTER INSERT ON `need_sets`
BEGIN
  INSERT INTO coverage (need_set, skills)
    SELECT NEW.id, skills FROM skill_sets
    WHERE tier BETWEEN NEW.tier_from AND NEW.tier_to
      AND NOT EXISTS (SELECT 1 FROM json_each(NEW.needs) WHERE value NOT IN (SELECT value FROM json_each(skill_sets.skills)));
END;--> statement-breakpoint
CREATE TRIGGER `need_sets_removed` AFTER DELETE ON `need_sets`
BEGIN
  DELETE FROM coverage WHERE need_set = OLD.id;
END;--> statement-breakpoint
CREATE TRIGGER `agents_made` AFTER INSERT ON `agents`
WHEN NOT EXISTS (SELECT 1 FROM skill_sets WHERE skills = NEW.skills)
BEGIN
  INSERT INTO skill_sets (skills, tier) VALUES (NEW.skills, 1);
END;--> statement-breakpoint
CREATE TRIGGER `agents_skilled` AFTER UPDATE OF `skills` ON `agents`
WHEN NOT EXISTS (SELECT 1 FROM skill_sets WHERE skills = NEW.skills)
BEGIN
  INSERT INTO skill_sets (skills, tier) VALUES (NEW.skills, 1);
END;--> statement-breakpoint
CREATE TRIGGER `skill_sets_made` AFTER INSERT ON `skill_sets`
BEGIN
  UPDATE skill_sets SET tier = (
    SELECT coalesce(max(CAST(substr(value, 6) AS INTEGER)), 1) FROM json_each(NEW.skills) WHERE value GLOB 'tier:[1-9]'
  ) WHERE skills = NEW.skills;
  INSERT INTO coverage (need_set, skills)
    SELECT need_sets.id, own.skills FROM need_sets JOIN skill_sets AS own ON own.skills = NEW.skills
    WHERE own.tier BETWEEN need_sets.tier_from AND need_sets.tier_to
      AND NOT EXISTS (SELECT 1 FROM json_each(need_sets.needs) WHERE value NOT IN (SELECT value FROM json_each(own.skills)));
END;--> statement-breakpoint
CREATE TRIGGER `skill_sets_removed` AFTER DELETE ON `skill_sets`
BEGIN
  DELETE FROM coverage WHERE skills = OLD.skills;
END;--> statement-breakpoint
CREATE TRIGGER `tickets_moved` AFTER UPDATE OF `status`, `agent_id`, `queue_id` ON `tickets`
WHEN NEW.auto_close_at IS NOT NULL
  AND (OLD.status IS NOT NEW.status OR OLD.agent_id IS NOT NEW.agent_id OR OLD.queue_id IS NOT NEW.queue_id)
BEGIN
  UPDATE tickets SET auto_close_warning_at = NULL, auto_close_at = NULL, is_auto_close_warned = 0 WHERE id = NEW.id;
END;--> statement-breakpoint
CREATE VIRTUAL TABLE `messages_text` USING fts5(text, content='messages', content_rowid='id', tokenize='unicode61 remove_diacritics 2');--> statement-breakpoint
CREATE TRIGGER `messages_made` AFTER INSERT ON `messages`
BEGIN
  INSERT INTO messages_text (rowid, text) VALUES (NEW.id, NEW.text);
END;--> statement-breakpoint
CREATE TRIGGER `messages_removed` AFTER DELETE ON `messages`
BEGIN
  INSERT INTO messages_text (messages_text, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;--> statement-breakpoint
CREATE TRIGGER `messages_changed` AFTER UPDATE OF `text` ON `messages`
BEGIN
  INSERT INTO messages_text (messages_text, rowid, text) VALUES ('delete', OLD.id, OLD.text);
  INSERT INTO messages_text (rowid, text) VALUES (NEW.id, NEW.text);
END;
