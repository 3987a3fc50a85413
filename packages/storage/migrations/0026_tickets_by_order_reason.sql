-- An index takes some time for many tickets. Each migration is one batch, so that other writers wait for few of them.
CREATE INDEX `tickets_by_order` ON `tickets` (`order_id`,`created_at`,`id`) WHERE "tickets"."order_id" <> '';--> statement-breakpoint
CREATE INDEX `tickets_by_reason` ON `tickets` (`ccr_key`,`created_at`,`id`) WHERE "tickets"."ccr_key" is not null;
