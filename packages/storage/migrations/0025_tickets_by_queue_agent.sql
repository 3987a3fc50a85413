-- An index takes some time for many tickets. Each migration is one batch, so that other writers wait for few of them.
CREATE INDEX `tickets_by_queue` ON `tickets` (`queue_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_agent` ON `tickets` (`agent_id`,`created_at`,`id`) WHERE "tickets"."agent_id" is not null;
