CREATE TABLE `sync_runs` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`lease_until` integer,
	`is_cancel_requested` integer NOT NULL,
	`run` text NOT NULL,
	`details` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sync_runs_id_unique` ON `sync_runs` (`id`);--> statement-breakpoint
CREATE INDEX `sync_runs_under_way` ON `sync_runs` (`lease_until`) WHERE "sync_runs"."lease_until" is not null;--> statement-breakpoint
CREATE TABLE `sync_states` (
	`directory` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `people` ADD `entry_change_number` integer DEFAULT 0 NOT NULL;