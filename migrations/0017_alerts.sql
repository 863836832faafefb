CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reader" text NOT NULL,
	"sealed" text NOT NULL,
	"language" text NOT NULL,
	"search" text NOT NULL,
	"seen" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	CONSTRAINT "alert_reader" UNIQUE("reader","search")
);
