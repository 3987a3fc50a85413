DROP INDEX `agents_list`;--> statement-breakpoint
ALTER TABLE `agents` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `agents` ADD `archived_change_id` text;--> statement-breakpoint
ALTER TABLE `agents` ADD `revoked_until_before` integer;--> statement-breakpoint
CREATE INDEX `agents_archived` ON `agents` (`sort_name`,`id`) WHERE "agents"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX `agents_list` ON `agents` (`sort_name`,`id`) WHERE "agents"."archived_at" is null;