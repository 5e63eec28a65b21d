DROP INDEX `people_by_entry`;--> statement-breakpoint
CREATE INDEX `people_by_entry` ON `people` (`directory`,`entry_id`,`entry_digest`);