-- A new account: an insert that names old columns only.
\set contact random(1, :users)
INSERT INTO users (user_name, email) VALUES ('visitor', gen_random_uuid() || '@shop.example');
INSERT INTO contacts (full_name, email) VALUES ('A. Visitor', 'visitor@shop.example');
SELECT * FROM newsletter_readers LIMIT 5;
