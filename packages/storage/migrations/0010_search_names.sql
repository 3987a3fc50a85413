ALTER TABLE `messages` ADD `file_names` text;--> statement-breakpoint
DROP TRIGGER `messages_made`;--> statement-breakpoint
DROP TRIGGER `messages_removed`;--> statement-breakpoint
DROP TRIGGER `messages_changed`;--> statement-breakpoint
DROP TABLE `messages_text`;--> statement-breakpoint
UPDATE `messages` SET `file_names` = (SELECT group_concat(value ->> 'name', ', ') FROM json_each(`attachments`)) WHERE `attachments` <> '[]';--> statement-breakpoint
-- Marks (Mn, Mc) are part of a word, or words that share only their base letters would match. The separators are the
-- variation selectors U+FE0E and U+FE0F, which are marks of emoji.
CREATE VIRTUAL TABLE `messages_text` USING fts5(text, file_names, content='messages', content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' separators '︎️'");--> statement-breakpoint
CREATE TRIGGER `messages_made` AFTER INSERT ON `messages`
BEGIN
  UPDATE messages SET file_names = (SELECT group_concat(value ->> 'name', ', ') FROM json_each(NEW.attachments))
    WHERE id = NEW.id AND NEW.attachments <> '[]';
  INSERT INTO messages_text (rowid, text, file_names) SELECT id, text, file_names FROM messages WHERE id = NEW.id;
END;--> statement-breakpoint
CREATE TRIGGER `messages_removed` AFTER DELETE ON `messages`
BEGIN
  INSERT INTO messages_text (messages_text, rowid, text, file_names) VALUES ('delete', OLD.id, OLD.text, OLD.file_names);
END;--> statement-breakpoint
CREATE TRIGGER `messages_changed` AFTER UPDATE OF `text`, `attachments` ON `messages`
BEGIN
  INSERT INTO messages_text (messages_text, rowid, text, file_names) VALUES ('delete', OLD.id, OLD.text, OLD.file_names);
  UPDATE messages SET file_names = (SELECT group_concat(value ->> 'name', ', ') FROM json_each(NEW.attachments)) WHERE id = NEW.id;
  INSERT INTO messages_text (rowid, text, file_names) SELECT id, text, file_names FROM messages WHERE id = NEW.id;
END;--> statement-breakpoint
INSERT INTO `messages_text` (`messages_text`) VALUES ('rebuild');
