CREATE TABLE "calendar_run" (
	"round_id" uuid NOT NULL,
	"event" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "calendar_run_round_id_event_due_at_pk" PRIMARY KEY("round_id","event","due_at")
);
--> statement-breakpoint
ALTER TABLE "calendar_run" ADD CONSTRAINT "calendar_run_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;