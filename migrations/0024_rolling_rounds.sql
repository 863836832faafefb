ALTER TABLE "round" ADD COLUMN "takes_updates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "snapshots" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "hold_snapshots" boolean DEFAULT false NOT NULL;