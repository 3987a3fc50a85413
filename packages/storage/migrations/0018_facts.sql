CREATE TABLE `agent_intervals` (
	`id` integer PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`status` text NOT NULL,
	`is_routable` integer NOT NULL,
	`has_tickets` integer NOT NULL,
	`began_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `agent_intervals_agent` ON `agent_intervals` (`agent_id`,`began_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `agent_intervals_open` ON `agent_intervals` (`agent_id`) WHERE "agent_intervals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `agent_intervals_ended` ON `agent_intervals` (`ended_at`) WHERE "agent_intervals"."ended_at" is not null;--> statement-breakpoint
CREATE TABLE `fact_backfill` (
	`id` integer PRIMARY KEY NOT NULL,
	`from_row` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gaps` (
	`began_at` integer PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_facts` (
	`id` integer PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`language` text,
	`ccr` text,
	`agent_id` text,
	`first_agent_id` text,
	`reply_agent_id` text,
	`created_at` integer NOT NULL,
	`first_assigned_at` integer,
	`goal_ms` integer,
	`picked_at` integer,
	`first_reply_at` integer,
	`room_closed_at` integer,
	`closed_at` integer,
	`assignments` integer DEFAULT 0 NOT NULL,
	`misses` integer DEFAULT 0 NOT NULL,
	`declines` integer DEFAULT 0 NOT NULL,
	`transfers` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_facts_ticket` ON `ticket_facts` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `ticket_facts_created` ON `ticket_facts` (`created_at`);--> statement-breakpoint
CREATE INDEX `ticket_facts_assigned` ON `ticket_facts` (`first_assigned_at`) WHERE "ticket_facts"."first_assigned_at" is not null;--> statement-breakpoint
CREATE INDEX `ticket_facts_replied` ON `ticket_facts` (`first_reply_at`) WHERE "ticket_facts"."first_reply_at" is not null;--> statement-breakpoint
CREATE INDEX `ticket_facts_closed` ON `ticket_facts` (`closed_at`) WHERE "ticket_facts"."closed_at" is not null;--> statement-breakpoint
CREATE TABLE `ticket_intervals` (
	`id` integer PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`phase` text NOT NULL,
	`queue_id` text NOT NULL,
	`agent_id` text,
	`cause` text,
	`began_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_intervals_open` ON `ticket_intervals` (`ticket_id`) WHERE "ticket_intervals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `ticket_intervals_ended` ON `ticket_intervals` (`phase`,`ended_at`) WHERE "ticket_intervals"."ended_at" is not null;--> statement-breakpoint
ALTER TABLE `agents` ADD `routable_since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `agents_on_duty` ON `agents` (`skills`) WHERE "agents"."is_routable" = 1 and "agents"."is_connected" = 1;--> statement-breakpoint
ALTER TABLE `tickets` ADD `placed_at` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `phase` text GENERATED ALWAYS AS (case status when 'CLOSED' then 'closed' when 'CHAT_CLOSED' then 'wrap_up' when 'WORKFLOW_PENDING' then 'workflow' when 'ERROR' then 'error' when 'ASSIGNED' then case when picked_at is null then 'offered' else 'picked' end when 'REASSIGNED' then case when picked_at is null then 'offered' else 'picked' end else 'waiting' end) VIRTUAL;