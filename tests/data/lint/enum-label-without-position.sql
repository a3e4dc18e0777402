-- fires: enum-label-without-position info
ALTER TYPE mood ADD VALUE 'calm';
-- quiet: enum-label-without-position
ALTER TYPE mood ADD VALUE 'calm' BEFORE 'sad';
