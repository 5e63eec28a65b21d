DROP INDEX `history_by_actor`;--> statement-breakpoint
DROP INDEX `history_by_time`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` integer PRIMARY KEY NOT NULL,
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
INSERT INTO `__new_outbox`("id", "save", "person_id", "directory", "entry_id", "field", "attribute", "from", "to", "seen", "old", "values", "actor_id", "source", "reason", "undoes", "made_at", "state", "attempts", "next_attempt_at", "fault", "lease_token", "leased_until") SELECT "id", "save", "person_id", "directory", "entry_id", "field", "attribute", "from", "to", "seen", "old", "values", "actor_id", "source", "reason", "undoes", "made_at", "state", "attempts", "next_attempt_at", "fault", "lease_token", "leased_until" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `outbox_by_entry` ON `outbox` (`directory`,`entry_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_person` ON `outbox` (`person_id`);