CREATE TABLE `ticket_tags` (
	`ticket_id` text NOT NULL,
	`tag` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `tag`)
);
--> statement-breakpoint
CREATE INDEX `ticket_tags_tag` ON `ticket_tags` (`tag`,`created_at`,`ticket_id`);--> statement-breakpoint
ALTER TABLE `settings` ADD `agent_tags` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `tags` text DEFAULT '[]' NOT NULL;