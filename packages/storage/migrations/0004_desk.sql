CREATE TABLE `desk` (
	`id` integer PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL
);
