CREATE TABLE `closing_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`is_archived` integer NOT NULL,
	`queue_ids` text
);
--> statement-breakpoint
ALTER TABLE `queues` ADD `requires_closing_code` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `closing_code` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `closing_note` text;