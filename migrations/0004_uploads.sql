CREATE TABLE "column_mapping" (
	"agency_id" text NOT NULL,
	"heading" text NOT NULL,
	"target" jsonb NOT NULL,
	CONSTRAINT "column_mapping_agency_id_heading_pk" PRIMARY KEY("agency_id","heading")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"notes" jsonb NOT NULL,
	"sheets" jsonb NOT NULL,
	"mapping" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"taken_in_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "word_mapping" (
	"agency_id" text NOT NULL,
	"question" text NOT NULL,
	"word" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "word_mapping_agency_id_question_word_pk" PRIMARY KEY("agency_id","question","word")
);
--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_mapping" ADD CONSTRAINT "word_mapping_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_expires" ON "upload" USING btree ("expires_at");