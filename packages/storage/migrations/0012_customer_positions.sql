ALTER TABLE `events` ADD `customer_seq` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `events_customer` ON `events` (`ticket_id`,`customer_seq`) WHERE "events"."customer_seq" is not null;--> statement-breakpoint
ALTER TABLE `tickets` ADD `last_customer_seq` integer DEFAULT 1000000000000 NOT NULL;--> statement-breakpoint
CREATE TRIGGER `events_for_customer` AFTER INSERT ON `events` WHEN NEW.customer_seq IS NOT NULL
BEGIN
  UPDATE tickets SET last_customer_seq = NEW.customer_seq WHERE id = NEW.ticket_id;
END;
