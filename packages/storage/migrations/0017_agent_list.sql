ALTER TABLE `agents` ADD `sort_name` text GENERATED ALWAYS AS (lower(substr(coalesce(name, id), 1, 32))) VIRTUAL;--> statement-breakpoint
CREATE INDEX `agents_list` ON `agents` (`sort_name`,`id`);