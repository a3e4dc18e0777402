-- fires: create-table-references info
-- says: SHARE ROW EXCLUSIVE on public.orders
CREATE TABLE lines (order_id bigint REFERENCES orders);
-- quiet: create-table-references
CREATE TABLE lines (order_id bigint);
-- quiet: create-table-references
CREATE TABLE heads (id bigint PRIMARY KEY);
CREATE TABLE lines (head_id bigint REFERENCES heads);
