CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`is_routable` integer NOT NULL,
	`capacity` integer,
	`skills` text DEFAULT '[]' NOT NULL,
	`last_login_at` integer,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`load` integer DEFAULT 0 NOT NULL,
	`idle_since` integer NOT NULL,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_email` ON `agents` (lower("email"));--> statement-breakpoint
CREATE INDEX `agents_routable` ON `agents` (`load`,`idle_since`,`id`) WHERE "agents"."is_routable" = 1;--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`change_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`ticket_id` text,
	`agent_id` text,
	`actor_role` text NOT NULL,
	`actor_id` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_once` ON `events` (`change_id`,`type`,`subject_id`);--> statement-breakpoint
CREATE INDEX `events_ticket` ON `events` (`ticket_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`change_id` text NOT NULL,
	`ticket_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`waiting_status` text NOT NULL,
	`priority` integer NOT NULL,
	`rank` integer NOT NULL,
	`entity_id` text NOT NULL,
	`language` text,
	`ccr` text,
	`order_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`customer_first_name` text,
	`customer_last_name` text,
	`customer_name` text,
	`content` text NOT NULL,
	`room_id` text NOT NULL,
	`room_closed_at` integer,
	`agent_id` text,
	`assignments` integer DEFAULT 0 NOT NULL,
	`assigned_at` integer,
	`picked_at` integer,
	`auto_close_warning_at` integer,
	`auto_close_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_room` ON `tickets` (`room_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_one_open` ON `tickets` (`customer_id`,`entity_id`,`order_id`) WHERE "tickets"."status" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`rank`,`id`) WHERE "tickets"."status" in ('CREATED', 'WORKFLOW_DONE');--> statement-breakpoint
CREATE INDEX `tickets_held` ON `tickets` (`agent_id`,`assigned_at`,`rank`,`id`) WHERE "tickets"."agent_id" is not null and "tickets"."status" in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED');--> statement-breakpoint
CREATE INDEX `tickets_change` ON `tickets` (`change_id`);