PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`directory` text,
	`entry_id` text,
	`entry_digest` text,
	`change_number` integer NOT NULL,
	`hidden_at` integer,
	`username` text NOT NULL,
	`display_name` text NOT NULL,
	`attributes` text NOT NULL,
	`synced_attributes` text NOT NULL,
	`local_values` text NOT NULL,
	`local_revision` integer NOT NULL,
	CONSTRAINT "people_entry_whole" CHECK(("__new_people"."directory" is null) = ("__new_people"."entry_id" is null))
);
--> statement-breakpoint
INSERT INTO `__new_people`("number", "id", "directory", "entry_id", "entry_digest", "change_number", "hidden_at", "username", "display_name", "attributes", "synced_attributes", "local_values", "local_revision") SELECT rowid, "id", "directory", "entry_id", null, rowid, null, "username", "display_name", "attributes", CASE WHEN "synced_attributes" = "attributes" THEN '{}' ELSE "synced_attributes" END, "local_values", "local_revision" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `people_id_unique` ON `people` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_entry` ON `people` (`directory`,`entry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_change` ON `people` (`change_number`);--> statement-breakpoint
CREATE INDEX `people_hidden` ON `people` (`hidden_at`) WHERE "people"."hidden_at" is not null;