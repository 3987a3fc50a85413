CREATE TABLE `agent_statuses` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`alias` text NOT NULL,
	`is_routable` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`is_routable` integer NOT NULL,
	`capacity` integer,
	`max_load` integer NOT NULL,
	`skills` text DEFAULT '[]' NOT NULL,
	`last_login_at` integer,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`is_connected` integer DEFAULT 0 NOT NULL,
	`release_at` integer,
	`load` integer DEFAULT 0 NOT NULL,
	`idle_since` integer NOT NULL,
	`assigned_at` integer DEFAULT 0 NOT NULL,
	`misses` integer DEFAULT 0 NOT NULL,
	`strategy` text NOT NULL,
	`turn_load` integer GENERATED ALWAYS AS (case strategy when 'least_loaded' then load else 0 end) VIRTUAL,
	`turn_since` integer GENERATED ALWAYS AS (case strategy when 'round_robin' then assigned_at else idle_since end) VIRTUAL,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_email` ON `agents` (lower("email"));--> statement-breakpoint
CREATE INDEX `agents_turn` ON `agents` (`skills`,`turn_load`,`turn_since`,`id`) WHERE "agents"."is_routable" = 1 and "agents"."is_connected" = 1 and "agents"."load" < "agents"."max_load";--> statement-breakpoint
CREATE INDEX `agents_skills` ON `agents` (`skills`);--> statement-breakpoint
CREATE INDEX `agents_lease` ON `agents` (`lease_until`) WHERE "agents"."is_connected" = 1;--> statement-breakpoint
CREATE INDEX `agents_release` ON `agents` (`release_at`) WHERE "agents"."release_at" is not null;--> statement-breakpoint
CREATE TABLE `coverage` (
	`need_set` text NOT NULL,
	`skills` text NOT NULL,
	PRIMARY KEY(`need_set`, `skills`)
);
--> statement-breakpoint
CREATE INDEX `coverage_skills` ON `coverage` (`skills`,`need_set`);--> statement-breakpoint
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
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`seq` integer NOT NULL,
	`client_message_id` text NOT NULL,
	`kind` text NOT NULL,
	`sender_role` text NOT NULL,
	`sender_id` text NOT NULL,
	`sender_name` text,
	`text` text,
	`attachments` text NOT NULL,
	`at` integer NOT NULL,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_room` ON `messages` (`ticket_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`ticket_id`,`sender_role`,`sender_id`,`client_message_id`);--> statement-breakpoint
CREATE TABLE `need_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`queue_id` text NOT NULL,
	`needs` text NOT NULL,
	`tier_from` integer NOT NULL,
	`tier_to` integer NOT NULL,
	`waiting` integer NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `need_sets_waiting` ON `need_sets` (`queue_id`,`id`) WHERE "need_sets"."waiting" > 0;--> statement-breakpoint
CREATE TABLE `queue_hours` (
	`queue_id` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`open_before_ms` integer NOT NULL,
	PRIMARY KEY(`queue_id`, `opens_at`)
);
--> statement-breakpoint
CREATE TABLE `queue_stages` (
	`queue_id` text NOT NULL,
	`stage` integer NOT NULL,
	`after_ms` integer NOT NULL,
	`needs` text NOT NULL,
	`tier` integer NOT NULL,
	PRIMARY KEY(`queue_id`, `stage`)
);
--> statement-breakpoint
CREATE TABLE `queues` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`entity_ids` text,
	`languages` text,
	`ccrs` text,
	`priority` integer NOT NULL,
	`pick_timeout_ms` integer NOT NULL,
	`wrap_up_ms` integer,
	`auto_close_warn_ms` integer,
	`auto_close_ms` integer,
	`auto_close_text` text,
	`goal_ms` integer NOT NULL,
	`goal_percent` integer NOT NULL,
	`refuses_when_closed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `repeated_commands` (
	`change_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `room_reads` (
	`ticket_id` text NOT NULL,
	`role` text NOT NULL,
	`reader_id` text NOT NULL,
	`seq` integer NOT NULL,
	`change_id` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `role`, `reader_id`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`capacity` integer NOT NULL,
	`creates_agents` integer NOT NULL,
	`strategy` text NOT NULL,
	`sticky_ms` integer NOT NULL,
	`point_ms` integer NOT NULL,
	`misses_until_away` integer NOT NULL,
	`hours_until` integer NOT NULL,
	`event_retention_ms` integer NOT NULL,
	`prune_at` integer DEFAULT 0 NOT NULL,
	`events_pruned_to` integer DEFAULT 0 NOT NULL,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `skill_sets` (
	`skills` text PRIMARY KEY NOT NULL,
	`tier` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_declines` (
	`ticket_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `agent_id`)
);
--> statement-breakpoint
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
	`queue_id` text NOT NULL,
	`is_queue_fixed` integer DEFAULT 0 NOT NULL,
	`tier` integer DEFAULT 1 NOT NULL,
	`stage` integer DEFAULT 0 NOT NULL,
	`need_set` text,
	`widen_at` integer,
	`preferred_agent_id` text,
	`prefer_until` integer,
	`agent_id` text,
	`assignments` integer DEFAULT 0 NOT NULL,
	`assigned_at` integer,
	`first_assigned_at` integer,
	`is_agent_fixed` integer DEFAULT 0 NOT NULL,
	`assigned_change_id` text,
	`pick_by` integer,
	`picked_at` integer,
	`retry_at` integer,
	`wrap_up_until` integer,
	`auto_close_warning_at` integer,
	`auto_close_at` integer,
	`is_auto_close_warned` integer DEFAULT 0 NOT NULL,
	`last_message_seq` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer,
	`change_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_room` ON `tickets` (`room_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_one_open` ON `tickets` (`customer_id`,`entity_id`,`order_id`) WHERE "tickets"."status" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX `tickets_customer` ON `tickets` (`customer_id`,`closed_at`);--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`need_set`,`rank`,`id`) WHERE "tickets"."status" in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED');--> statement-breakpoint
CREATE INDEX `tickets_queue` ON `tickets` (`queue_id`,`rank`,`id`) WHERE "tickets"."status" in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED');--> statement-breakpoint
CREATE INDEX `tickets_since` ON `tickets` (`queue_id`,`created_at`) WHERE "tickets"."status" in ('CREATED', 'WORKFLOW_DONE', 'ESCALATED');--> statement-breakpoint
CREATE INDEX `tickets_answered` ON `tickets` (`queue_id`,`first_assigned_at`);--> statement-breakpoint
CREATE INDEX `tickets_held` ON `tickets` (`agent_id`,`assigned_at`,`rank`,`id`) WHERE "tickets"."agent_id" is not null and "tickets"."status" in ('ASSIGNED', 'REASSIGNED', 'CHAT_CLOSED');--> statement-breakpoint
CREATE INDEX `tickets_unplaced` ON `tickets` (`id`) WHERE "tickets"."need_set" is null;--> statement-breakpoint
CREATE INDEX `tickets_pick_by` ON `tickets` (`pick_by`) WHERE "tickets"."pick_by" is not null;--> statement-breakpoint
CREATE INDEX `tickets_widen_at` ON `tickets` (`widen_at`) WHERE "tickets"."widen_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_retry_at` ON `tickets` (`retry_at`) WHERE "tickets"."retry_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_wrap_up_until` ON `tickets` (`wrap_up_until`) WHERE "tickets"."wrap_up_until" is not null;--> statement-breakpoint
CREATE INDEX `tickets_auto_close_warning` ON `tickets` (`auto_close_warning_at`) WHERE "tickets"."auto_close_warning_at" is not null and "tickets"."is_auto_close_warned" = 0;--> statement-breakpoint
CREATE INDEX `tickets_auto_close` ON `tickets` (`auto_close_at`) WHERE "tickets"."auto_close_at" is not null and "tickets"."is_auto_close_warned" = 1;--> statement-breakpoint
CREATE INDEX `tickets_change` ON `tickets` (`change_id`);