ALTER TABLE `service` ADD `gap_from` integer;--> statement-breakpoint
ALTER TABLE `service` ADD `gap_until` integer;--> statement-breakpoint
ALTER TABLE `service` ADD `moving_after` text;