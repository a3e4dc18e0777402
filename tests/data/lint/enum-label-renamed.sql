-- fires: enum-label-renamed warning
ALTER TYPE mood RENAME VALUE 'sad' TO 'low';
-- quiet: enum-label-renamed
ALTER TYPE mood ADD VALUE 'low';
