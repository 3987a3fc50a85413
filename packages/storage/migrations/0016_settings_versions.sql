CREATE TABLE `settings_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`at` integer,
	`actor_role` text,
	`actor_id` text,
	`changed` text NOT NULL,
	`bytes` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
-- Nothing stored says when and by whom the present settings were saved.
INSERT INTO `settings_versions` (`version`, `changed`, `bytes`, `document`) SELECT `version`, '[]', octet_length(`document`), `document` FROM `settings`;
