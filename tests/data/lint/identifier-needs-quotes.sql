-- fires: identifier-needs-quotes info
-- says: "userId"
ALTER TABLE users ADD COLUMN "userId" int;
-- fires: identifier-needs-quotes info
CREATE TABLE "order" (id int PRIMARY KEY);
-- quiet: identifier-needs-quotes
ALTER TABLE users ADD COLUMN UserId int;
