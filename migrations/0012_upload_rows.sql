-- Lists that wait are gone within a day, and their rows now lie apart.
DELETE FROM "upload";--> statement-breakpoint
CREATE TABLE "upload_rows" (
	"upload_id" uuid NOT NULL,
	"sheet" integer NOT NULL,
	"first" integer NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "upload_rows_upload_id_sheet_first_pk" PRIMARY KEY("upload_id","sheet","first")
);
--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "sheet" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD CONSTRAINT "upload_rows_upload_id_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."upload"("id") ON DELETE cascade ON UPDATE no action;