CREATE TABLE `search_backlog` (
	`last_id` integer NOT NULL,
	`first_id` integer NOT NULL,
	PRIMARY KEY(`last_id`, `first_id`)
);
--> statement-breakpoint
DROP TRIGGER `messages_made`;--> statement-breakpoint
DROP TRIGGER `messages_removed`;--> statement-breakpoint
DROP TRIGGER `messages_changed`;--> statement-breakpoint
DROP TABLE `messages_text`;--> statement-breakpoint
-- The terms are separated by spaces, and `ascii` takes every other character of theirs as part of a term. So the version
-- of Unicode that SQLite knows has no effect. The table contains its terms: with `content=` SQLite 3.45 damages an index
-- that deletes securely.
CREATE VIRTUAL TABLE `messages_text` USING fts5(terms, tokenize='ascii', columnsize=0);--> statement-breakpoint
-- What is deleted leaves no term in the pages of the index.
INSERT INTO `messages_text` (`messages_text`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
-- TypeScript makes the terms, so the sweep indexes the messages that are stored already.
INSERT INTO `search_backlog` (`last_id`, `first_id`) SELECT `id`, 1 FROM `messages` ORDER BY `id` DESC LIMIT 1;--> statement-breakpoint
CREATE TRIGGER `messages_removed` AFTER DELETE ON `messages`
BEGIN
  DELETE FROM messages_text WHERE rowid = OLD.id;
END;--> statement-breakpoint
CREATE TRIGGER `messages_changed` AFTER UPDATE OF `text`, `attachments` ON `messages`
WHEN NEW.text IS NOT OLD.text OR NEW.attachments IS NOT OLD.attachments
BEGIN
  DELETE FROM messages_text WHERE rowid = OLD.id;
  INSERT INTO search_backlog (last_id, first_id) VALUES (OLD.id, OLD.id) ON CONFLICT DO NOTHING;
END;
