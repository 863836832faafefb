CREATE TABLE "audit_head" (
	"one" boolean PRIMARY KEY NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
