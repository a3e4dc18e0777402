-- fires: drop-not-null info
ALTER TABLE users ALTER email DROP NOT NULL;
-- quiet: drop-not-null
ALTER TABLE users ALTER email SET NOT NULL;
