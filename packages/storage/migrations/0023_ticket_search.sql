CREATE TABLE `ticket_agents` (
	`ticket_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `agent_id`)
);--> statement-breakpoint
CREATE INDEX `ticket_agents_list` ON `ticket_agents` (`agent_id`,`created_at`,`ticket_id`);--> statement-breakpoint
ALTER TABLE `tickets` ADD `customer_waits_since` integer;--> statement-breakpoint
CREATE INDEX `tickets_open` ON `tickets` (`created_at`,`id`) WHERE "tickets"."status" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX `tickets_customer_waits` ON `tickets` (`customer_waits_since`,`id`) WHERE "tickets"."customer_waits_since" is not null and "tickets"."room_closed_at" is null;
