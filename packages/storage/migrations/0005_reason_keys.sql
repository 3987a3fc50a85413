ALTER TABLE `tickets` ADD `ccr_key` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `topic_key` text;--> statement-breakpoint
UPDATE `tickets` SET
  `ccr_key` = lower(replace(replace(replace(replace(ccr, ' ', ''), '-', ''), '–', ''), '—', '')),
  `topic_key` = lower(replace(replace(replace(replace(CASE instr(ccr, ' - ') WHEN 0 THEN ccr ELSE substr(ccr, 1, instr(ccr, ' - ') - 1) END, ' ', ''), '-', ''), '–', ''), '—', ''))
WHERE `ccr` IS NOT NULL;--> statement-breakpoint
UPDATE `queues` SET `ccrs` = (
  SELECT json_group_array(lower(replace(replace(replace(replace(value, ' ', ''), '-', ''), '–', ''), '—', ''))) FROM json_each(`ccrs`)
) WHERE `ccrs` IS NOT NULL;
