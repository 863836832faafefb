CREATE TABLE "spreadsheet_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"upload_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"file_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"imported_by_name" text NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "spreadsheet_import_row" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"kind" text NOT NULL,
	"measure_id" uuid NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"numbered" boolean NOT NULL,
	"number_before" text,
	"outcome" jsonb,
	CONSTRAINT "spreadsheet_import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import" ADD CONSTRAINT "spreadsheet_import_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import_row" ADD CONSTRAINT "spreadsheet_import_row_import_id_spreadsheet_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."spreadsheet_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spreadsheet_import_row" ADD CONSTRAINT "spreadsheet_import_row_measure_id_measure_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spreadsheet_import_round" ON "spreadsheet_import" USING btree ("round_id","agency_id");