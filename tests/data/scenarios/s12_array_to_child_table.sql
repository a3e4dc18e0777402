-- title: S12: a JSON array becomes a child table
-- current
CREATE TABLE products (sku text PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL DEFAULT 'new', items jsonb NOT NULL DEFAULT '[]');
-- rows
INSERT INTO products SELECT 'p' || i FROM generate_series(1, 1000) i;
INSERT INTO orders (id, items) SELECT i, CASE i % 10 WHEN 0 THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('sku', 'p' || i % 1000 + 1, 'qty', 1 + i % 7, 'note', i::text), jsonb_build_object('sku', 'p1', 'qty', 2, 'note', null)) END FROM generate_series(1, 20000) i;
-- target
CREATE TABLE products (sku text PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL DEFAULT 'new');
CREATE TABLE order_items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders, line integer NOT NULL, sku text NOT NULL REFERENCES products, qty integer NOT NULL CHECK (qty > 0), note text, UNIQUE (order_id, line));
CREATE INDEX order_items_sku ON order_items (sku);
-- intents
{"moves": [{"from": "public.orders", "each": "jsonb_array_elements(items) WITH ORDINALITY AS e(item, n)",
  "to": "public.order_items", "owner": {"order_id": "id"},
  "columns": {"line": "n", "sku": "item ->> 'sku'", "qty": "(item ->> 'qty')::integer", "note": "item ->> 'note'"},
  "back": {"items": "COALESCE((SELECT jsonb_agg(jsonb_build_object('sku', sku, 'qty', qty, 'note', note) ORDER BY line) FROM public.order_items WHERE order_id = orders.id), '[]')"}}],
 "rows": {"public.orders": 50000000}}
-- both
SELECT count(*) = 0 FROM orders LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('sku', sku, 'qty', qty, 'note', note) ORDER BY line) AS items FROM order_items WHERE order_id = orders.id) AS made ON true WHERE orders.items IS DISTINCT FROM COALESCE(made.items, '[]')
-- naive
BEGIN; CREATE TABLE order_items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders, line integer NOT NULL, sku text NOT NULL REFERENCES products, qty integer NOT NULL CHECK (qty > 0), note text, UNIQUE (order_id, line)); INSERT INTO order_items (order_id, line, sku, qty, note) SELECT id, n, item ->> 'sku', (item ->> 'qty')::integer, item ->> 'note' FROM orders, jsonb_array_elements(items) WITH ORDINALITY AS e(item, n); CREATE INDEX order_items_sku ON order_items (sku); ALTER TABLE orders DROP COLUMN items; COMMIT;
-- old insert
INSERT INTO orders (id, items) VALUES (%1, jsonb_build_array(jsonb_build_object('sku', 'p7', 'qty', 1, 'note', %2::text)))
-- old update
UPDATE orders SET items = jsonb_build_array(jsonb_build_object('sku', 'p8', 'qty', 3, 'note', %2::text), jsonb_build_object('sku', 'p9', 'qty', 1, 'note', null)) WHERE id = %1
-- old read
SELECT items -> 0 ->> 'note' FROM orders WHERE id = %1
-- new insert
WITH o AS (INSERT INTO orders (id) VALUES (%1)) INSERT INTO order_items (order_id, line, sku, qty, note) VALUES (%1, 1, 'p7', 1, %2), (%1, 2, 'p5', 2, NULL)
-- new update
INSERT INTO order_items (order_id, line, sku, qty, note) VALUES (%1, 1, 'p2', 4, %2) ON CONFLICT (order_id, line) DO UPDATE SET note = EXCLUDED.note
-- new read
SELECT note FROM order_items WHERE order_id = %1 AND line = 1
