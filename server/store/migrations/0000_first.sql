CREATE TABLE `configuration` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL,
	CONSTRAINT "configuration_is_one" CHECK("configuration"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `local_accounts` (
	`username_key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`username` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`directory` text,
	`entry_id` text,
	`username` text NOT NULL,
	`display_name` text NOT NULL,
	`attributes` text NOT NULL,
	`synced_attributes` text NOT NULL,
	`local_values` text NOT NULL,
	`local_revision` integer NOT NULL,
	CONSTRAINT "people_entry_whole" CHECK(("people"."directory" is null) = ("people"."entry_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_entry` ON `people` (`directory`,`entry_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);