CREATE TABLE `pictures` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
