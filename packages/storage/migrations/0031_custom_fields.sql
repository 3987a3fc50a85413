ALTER TABLE `queues` ADD `fields` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `fields` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `field_keys` text DEFAULT '{}' NOT NULL;