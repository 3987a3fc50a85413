CREATE TABLE `removed_agents` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`removed_at` integer NOT NULL,
	`revoked_until_before` integer,
	`change_id` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `agents` ADD `joined_from` text;--> statement-breakpoint
CREATE INDEX `agents_id_lower` ON `agents` (lower("id"));--> statement-breakpoint
ALTER TABLE `settings` ADD `joins_agents_by_email` integer DEFAULT false NOT NULL;