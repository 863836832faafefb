CREATE TABLE "frozen_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "frozen_file_name" UNIQUE("release_id","language","name")
);
--> statement-breakpoint
CREATE TABLE "frozen_file_piece" (
	"file_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "frozen_file_piece_file_id_place_pk" PRIMARY KEY("file_id","place")
);
--> statement-breakpoint
ALTER TABLE "frozen_file" ADD CONSTRAINT "frozen_file_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A file is made once: no later version of the program changes a byte of it.
CREATE TRIGGER frozen_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "frozen_file" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER frozen_file_piece_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "frozen_file_piece" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
