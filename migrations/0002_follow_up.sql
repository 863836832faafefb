CREATE TABLE "agency_note" (
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" text NOT NULL,
	"year" integer NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"written_by" uuid,
	"written_by_name" text NOT NULL,
	CONSTRAINT "agency_note_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "declination" (
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"reason" text NOT NULL,
	"declined_at" timestamp with time zone NOT NULL,
	"declined_by" uuid,
	"declined_by_name" text NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "declination_round_id_agency_id_pk" PRIMARY KEY("round_id","agency_id")
);
--> statement-breakpoint
ALTER TABLE "role" ADD COLUMN "last_signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agency_note" ADD CONSTRAINT "agency_note_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_note" ADD CONSTRAINT "agency_note_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declination" ADD CONSTRAINT "declination_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declination" ADD CONSTRAINT "declination_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declination" ADD CONSTRAINT "declination_declined_by_person_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_note_agency" ON "agency_note" USING btree ("agency_id");--> statement-breakpoint
CREATE TRIGGER agency_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "agency_note" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
