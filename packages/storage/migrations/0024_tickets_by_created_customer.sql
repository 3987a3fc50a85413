-- An index takes some time for many tickets. Each migration is one batch, so that other writers wait for few of them.
CREATE INDEX `tickets_by_created` ON `tickets` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_customer` ON `tickets` (`customer_id`,`created_at`,`id`);
