-- fires: unqualified-name info
-- says: tiny
ALTER TABLE tiny ADD COLUMN a int;
-- quiet: unqualified-name
ALTER TABLE public.tiny ADD COLUMN a int;
