-- Retention takes no more than it says (0008): an answer that has an address somewhere in it stays, and a name becomes a pseudonym,
-- not nothing.
CREATE OR REPLACE FUNCTION is_less_addresses(was jsonb, became jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT became = coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(was) WHERE became ? key), '{}')
     AND NOT EXISTS (SELECT 1 FROM jsonb_each(was) gone
       WHERE NOT became ? gone.key AND NOT (jsonb_typeof(gone.value) = 'string' AND gone.value #>> '{}' ~ '^[^@\s]+@[^@\s]+$'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION is_with_pseudonyms(was jsonb, became jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (SELECT jsonb_object_agg(key, value -> 1) FROM jsonb_each(was)) IS NOT DISTINCT FROM (SELECT jsonb_object_agg(key, value -> 1) FROM jsonb_each(became))
     AND NOT EXISTS (SELECT 1 FROM jsonb_each(became) changed
       WHERE changed.value <> was -> changed.key AND coalesce(changed.value ->> 0, '') !~ '^Person [0-9a-f]{8}$')
$$;
