-- What was said of a release was in Norwegian.
ALTER TABLE "release" ALTER COLUMN "reason" SET DATA TYPE jsonb USING CASE WHEN "reason" IS NOT NULL THEN jsonb_build_object('nb', "reason") END;
