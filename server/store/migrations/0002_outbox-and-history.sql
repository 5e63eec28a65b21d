CREATE TABLE `history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`nonce` text,
	`person_id` text,
	`field` text,
	`actor_id` text,
	`source` text,
	`reason` text,
	`from` text,
	`to` text,
	`exact_from` text,
	`exact_to` text,
	`undoes` integer,
	`mark` text,
	`digest` text NOT NULL,
	`link` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `history_by_person` ON `history` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `history_by_actor` ON `history` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `history_by_time` ON `history` (`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`save` text NOT NULL,
	`person_id` text NOT NULL,
	`directory` text NOT NULL,
	`entry_id` text NOT NULL,
	`field` text NOT NULL,
	`attribute` text NOT NULL,
	`from` text,
	`to` text,
	`seen` text,
	`old` text NOT NULL,
	`values` text NOT NULL,
	`actor_id` text NOT NULL,
	`source` text NOT NULL,
	`reason` text,
	`undoes` integer,
	`made_at` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`fault` text,
	`lease_token` text,
	`leased_until` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_by_entry` ON `outbox` (`directory`,`entry_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_person` ON `outbox` (`person_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`next_attempt_at`);