DROP INDEX `agents_email`;--> statement-breakpoint
ALTER TABLE `agents` ADD `email_key` text;--> statement-breakpoint
UPDATE `agents` SET `email_key` = lower(`email`) WHERE `email` IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `agents_email` ON `agents` (`email_key`);
