CREATE TABLE "reopening_refusal" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"reason" text NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	"refused_by" uuid,
	"refused_by_name" text NOT NULL,
	CONSTRAINT "reopening_refusal_round_id_agency_id_refused_at_pk" PRIMARY KEY("round_id","agency_id","refused_at")
);
--> statement-breakpoint
ALTER TABLE "reopening_refusal" ADD CONSTRAINT "reopening_refusal_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_refusal" ADD CONSTRAINT "reopening_refusal_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_refusal" ADD CONSTRAINT "reopening_refusal_refused_by_person_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;