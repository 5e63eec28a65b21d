CREATE TABLE `configuration_changes` (
	`revision` integer PRIMARY KEY NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`places` text NOT NULL
);
