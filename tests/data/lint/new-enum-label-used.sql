-- fires: new-enum-label-used warning
BEGIN;
ALTER TYPE mood ADD VALUE 'calm';
UPDATE users SET feeling = 'calm' WHERE id = 1;
COMMIT;
-- quiet: new-enum-label-used
ALTER TYPE mood ADD VALUE 'calm';
UPDATE users SET feeling = 'calm' WHERE id = 1;
-- quiet: new-enum-label-used
BEGIN;
ALTER TYPE mood ADD VALUE 'calm';
ALTER TYPE mood ADD VALUE 'wild' AFTER 'calm';
COMMIT;
