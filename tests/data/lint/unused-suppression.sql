-- fires: unused-suppression info
-- lockstep: ignore create-index-blocking
CREATE INDEX CONCURRENTLY i ON orders (total);
-- quiet: unused-suppression, create-index-blocking
-- lockstep: ignore create-index-blocking: nobody writes at night
CREATE INDEX i ON orders (total);
