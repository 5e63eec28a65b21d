CREATE TABLE `proposals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`from` text,
	`to` text,
	`seen` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_role` text NOT NULL,
	`reason` text,
	`made_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`word` text,
	`fault` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_by_person` ON `proposals` (`person_id`,`field`,`actor_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`state`);--> statement-breakpoint
ALTER TABLE `history` ADD `approver_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `approver_id` text;