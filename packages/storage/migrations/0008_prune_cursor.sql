ALTER TABLE `settings` ADD `pruned_after` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settings` ADD `prune_next_after` integer DEFAULT 0 NOT NULL;