CREATE TABLE "release_decision" (
	"release_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" jsonb,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by_name" text NOT NULL,
	CONSTRAINT "release_decision_release_id_decision_pk" PRIMARY KEY("release_id","decision")
);
--> statement-breakpoint
ALTER TABLE "release_decision" ADD CONSTRAINT "release_decision_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER release_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
