CREATE TABLE "reopening" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"reason" text,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"asked_by_name" text,
	"until" timestamp with time zone,
	"granted_at" timestamp with time zone,
	"granted_by" uuid,
	CONSTRAINT "reopening_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;