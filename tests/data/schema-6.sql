CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE appointments (
    id text primary key not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time text,
    whom text not null check (length(whom) between 1 and 200),
    place text not null default '',
    note text not null default '',
    decided text not null default '',
    plan text not null default '',
    deleted_at text
) strict;
CREATE TABLE attachments (
    id text primary key not null,
    measurement text not null,
    file text not null unique check (file glob '[0-9a-f]*.[a-z]*' and file not glob '*[^0-9a-z.]*'),
    name text not null check (length(name) between 1 and 200),
    size integer not null check (size > 0),
    digest text not null,
    added text not null check (added glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    deleted_at text
) strict;
CREATE TABLE doses (
    id text primary key not null,
    instant text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wall text not null,
    zone text not null,
    together text not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '',
    deleted_at text,
    medicine text not null,
    amount real check (amount > 0),
    unit text,
    state text not null check (state in ('taken', 'missed', 'skipped'))
) strict;
CREATE TABLE events (
    id text primary key not null,
    instant text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wall text not null,
    zone text not null,
    together text not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '',
    deleted_at text,
    event text not null,
    injury integer check (injury in (0, 1))
, site text) strict;
CREATE TABLE facts (
    id text primary key not null,
    key text not null,
    value text,
    since text not null,
    unique (key, since)
) strict;
CREATE TABLE holidays (
    id text primary key not null,
    first_day text not null unique,
    last_day text not null check (last_day >= first_day)
) strict;
CREATE TABLE intakes (
    id text primary key not null,
    instant text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wall text not null,
    zone text not null,
    together text not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '',
    deleted_at text,
    source text not null check (source in ('food', 'supplement', 'manual')),
    quantity text not null default '',
    grams real check (grams > 0),
    thing text,
    k2_estimate integer not null default 0 check (k2_estimate in (0, 1)),
    spread_days integer not null default 1 check (spread_days between 1 and 366),
    calcium_ng integer check (calcium_ng >= 0),
    vitamin_d_ng integer check (vitamin_d_ng >= 0),
    vitamin_k2_ng integer check (vitamin_k2_ng >= 0),
    magnesium_ng integer check (magnesium_ng >= 0),
    protein_ng integer check (protein_ng >= 0),
    zinc_ng integer check (zinc_ng >= 0),
    vitamin_k1_ng integer check (vitamin_k1_ng >= 0),
    fibre_ng integer check (fibre_ng >= 0),
    sodium_ng integer check (sodium_ng >= 0)
) strict;
CREATE TABLE lab_tests (
    id text primary key not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time text,
    name text not null check (length(name) between 1 and 200),
    value real not null check (value >= 0),
    unit text not null check (length(unit) between 1 and 200),
    range_low real,
    range_high real,
    fasting integer check (fasting in (0, 1)),
    lab text not null default '',
    note text not null default '',
    deleted_at text
) strict;
CREATE TABLE none_taken (
    id text primary key not null,
    date text not null unique
) strict;
CREATE TABLE occurrences (
    id text primary key not null,
    plan text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time text,
    at text not null,
    state text not null check (state in ('open', 'done', 'skipped', 'missed', 'closed')),
    told integer not null default 0 check (told >= 0),
    left integer not null default 0 check (left >= 0),
    next_at text,
    away integer not null default 0 check (away in (0, 1)),
    asked integer not null default 0 check (asked in (0, 1)),
    entry text not null default '',
    reason text not null default '',
    trail text not null default '[]' check (json_valid(trail)),
    unique (plan, date, time)
) strict;
CREATE TABLE own_targets (
    id text primary key not null,
    nutrient text not null,
    low real,
    high real,
    since text not null,
    note text not null default '',
    unique (nutrient, since)
) strict;
CREATE TABLE pinned (
    id text primary key not null,
    place integer not null,
    kind text not null check (kind in ('intake', 'session', 'dose')),
    entry text not null check (json_valid(entry))
) strict;
CREATE TABLE plans (
    id text primary key not null,
    plan text not null,
    since text not null check (since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    made text not null,
    kind text not null check (
        kind in ('medicine', 'injection', 'supplement', 'session', 'log', 'look', 'appointment', 'own')
    ),
    label text not null check (length(label) between 1 and 200),
    start text not null,
    unit text not null check (unit in ('day', 'week', 'month')),
    every integer not null check (every between 1 and 400),
    weekdays text not null default '[]' check (json_valid(weekdays)),
    times text not null default '[]' check (json_valid(times)),
    until text,
    log text not null default '',
    settles text not null default '',
    medicine text not null default '',
    dose_amount real check (dose_amount > 0),
    dose_unit text,
    zone text,
    state text not null default 'on' check (state in ('on', 'paused', 'ended')),
    wakes text,
    repeat_minutes integer not null default 10 check (repeat_minutes between 1 and 240),
    repeat_times integer not null default 3 check (repeat_times between 0 and 10),
    note text not null default '',
    unique (plan, since)
) strict;
CREATE TABLE products (
    id text primary key not null,
    names text not null check (json_valid(names)),
    unit text not null,
    usual_units real not null check (usual_units > 0),
    per_unit text not null check (json_valid(per_unit)),
    deleted_at text
) strict;
CREATE TABLE questions (
    id text primary key not null,
    place integer not null check (place >= 0),
    text text not null check (length(text) between 1 and 4000),
    made text not null,
    code text not null default '',
    asked text,
    answer text not null default '',
    deleted_at text
) strict;
CREATE TABLE rest_weeks (
    id text primary key not null,
    first_day text not null unique
) strict;
CREATE TABLE scans (
    id text primary key not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    site text not null check (site in ('lumbar_spine', 'total_hip', 'femoral_neck', 'forearm')),
    side text check (side in ('left', 'right')),
    bmd real check (bmd between 0.2 and 2.5),
    t_score real check (t_score between -10 and 10),
    z_score real check (z_score between -10 and 10),
    scanner text not null default '',
    place text not null default '',
    lsc_percent real check (lsc_percent > 0),
    lsc real check (lsc > 0),
    note text not null default '',
    deleted_at text,
    check (coalesce(bmd, t_score, z_score) is not null)
) strict;
CREATE TABLE sessions (
    id text primary key not null,
    instant text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wall text not null,
    zone text not null,
    together text not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '',
    deleted_at text,
    activity text not null,
    load text not null,
    also_load text,
    intensity text not null check (intensity in ('light', 'moderate', 'vigorous')),
    aerobic integer not null check (aerobic in (0, 1)),
    minutes integer check (minutes between 1 and 1440),
    impacts integer check (impacts > 0),
    ease text,
    exercises text not null default '[]' check (json_valid(exercises))
) strict;
CREATE TABLE settings (
    key text primary key not null,
    value text not null
) strict;
CREATE TABLE steps (
    id integer primary key autoincrement,
    at text not null,
    name text not null,
    label text not null,
    own integer not null check (own in (0, 1)),
    undone integer not null default 0 check (undone in (0, 1)),
    changes text not null check (json_valid(changes))
) strict;
CREATE TABLE symptoms (
    id text primary key not null,
    instant text not null,
    date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wall text not null,
    zone text not null,
    together text not null,
    name text not null check (length(name) between 1 and 200),
    note text not null default '',
    deleted_at text,
    symptom text not null,
    score integer check (score between 0 and 10),
    site text
) strict;
CREATE INDEX doses_by_date on doses (date, instant) where deleted_at is null;
CREATE INDEX doses_in_bin on doses (date, instant) where deleted_at is not null;
CREATE INDEX events_by_date on events (date, instant) where deleted_at is null;
CREATE INDEX events_in_bin on events (date, instant) where deleted_at is not null;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX intakes_by_date on intakes (date, instant) where deleted_at is null;
CREATE INDEX intakes_in_bin on intakes (date, instant) where deleted_at is not null;
CREATE INDEX intakes_spread on intakes (date) where spread_days > 1;
CREATE UNIQUE INDEX lab_tests_once on lab_tests (date, coalesce(time, ''), name) where deleted_at is null;
CREATE INDEX occurrences_by_date on occurrences (date, plan);
CREATE INDEX occurrences_open on occurrences (date) where state = 'open';
CREATE UNIQUE INDEX scans_once on scans (date, site, coalesce(side, '')) where deleted_at is null;
CREATE INDEX sessions_by_date on sessions (date, instant) where deleted_at is null;
CREATE INDEX sessions_in_bin on sessions (date, instant) where deleted_at is not null;
CREATE INDEX steps_of_the_person on steps (undone, id) where own = 0;
CREATE INDEX symptoms_by_date on symptoms (date, instant) where deleted_at is null;
CREATE INDEX symptoms_in_bin on symptoms (date, instant) where deleted_at is not null;
