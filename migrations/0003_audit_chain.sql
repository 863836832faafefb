-- The hashes of events that follow one another in the audit chain: each is of the one before, a line break, and its content.
CREATE FUNCTION audit_hashes(previous text, contents text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  content text;
  hashes text[] := '{}';
BEGIN
  FOREACH content IN ARRAY contents LOOP
    previous := encode(sha256(convert_to(previous || chr(10) || content, 'UTF8')), 'hex');
    hashes := hashes || previous;
  END LOOP;
  RETURN hashes;
END
$$;
--> statement-breakpoint
-- The end of the chain is there from the beginning, so that a writer only ever moves it on.
INSERT INTO "audit_head" ("one", "previous_hash", "hash") VALUES (true, '', '') ON CONFLICT DO NOTHING;
