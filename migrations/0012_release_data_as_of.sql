ALTER TABLE "release" ADD COLUMN "data_as_of" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "release" DISABLE TRIGGER release_append_only;--> statement-breakpoint
UPDATE "release" SET "data_as_of" = "frozen_at";--> statement-breakpoint
ALTER TABLE "release" ENABLE TRIGGER release_append_only;--> statement-breakpoint
ALTER TABLE "release" ALTER COLUMN "data_as_of" SET NOT NULL;
