ALTER TABLE `events` ADD `customer_message_seq` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `customer_seq` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_customer` ON `messages` (`ticket_id`,`customer_seq`) WHERE "messages"."customer_seq" is not null;--> statement-breakpoint
-- The kinds that customers get.
UPDATE `messages` SET `customer_seq` = `numbered`.`number` FROM (SELECT `id` AS `message_id`, row_number() OVER (PARTITION BY `ticket_id` ORDER BY `seq`) AS `number` FROM `messages` WHERE `kind` IN ('message', 'system')) AS `numbered` WHERE `id` = `message_id`;--> statement-breakpoint
UPDATE `events` SET `customer_message_seq` = (SELECT `customer_seq` FROM `messages` WHERE `ticket_id` = `events`.`ticket_id` AND `seq` = `events`.`data` ->> 'seq') WHERE `type` = 'message.posted' AND `customer_seq` IS NOT NULL;
