-- An index takes some time for many tickets. Each migration is one batch, so that other writers wait for few of them.
CREATE INDEX `tickets_by_entity` ON `tickets` (`entity_id`,`created_at`,`id`) WHERE "tickets"."entity_id" <> '';--> statement-breakpoint
CREATE INDEX `tickets_by_language` ON `tickets` (`language`,`created_at`,`id`) WHERE "tickets"."language" is not null;
