ALTER TABLE "delegation" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "undecided" jsonb DEFAULT '[]'::jsonb NOT NULL;