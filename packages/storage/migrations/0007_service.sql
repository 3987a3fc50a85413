CREATE TABLE `service` (
	`id` integer PRIMARY KEY NOT NULL,
	`served_until` integer NOT NULL
);
