CREATE TABLE "roll_over" (
	"measure_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"outcome" text NOT NULL,
	"measures" text[] NOT NULL,
	"to_orgnr" text,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by_name" text NOT NULL,
	CONSTRAINT "roll_over_measure_id_round_id_pk" PRIMARY KEY("measure_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "reasons" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_over" ADD CONSTRAINT "roll_over_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roll_over_agency" ON "roll_over" USING btree ("round_id","agency_id");