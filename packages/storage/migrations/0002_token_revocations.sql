CREATE TABLE `token_revocations` (
	`role` text NOT NULL,
	`sub` text NOT NULL,
	`issued_until` integer NOT NULL,
	`change_id` text NOT NULL,
	PRIMARY KEY(`role`, `sub`)
);
