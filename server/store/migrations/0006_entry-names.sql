CREATE TABLE `entry_names` (
	`directory` text NOT NULL,
	`dn` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`directory`, `dn`)
);
