-- Filings that are to be sent to an agency's system. `sent`: a dossier may have been made of it. While somebody sends it (`lease_owner`), `due_at` is
-- when the lease runs out. `round`: how often its citizen asked for it, after refusals.
create table submissions (
  case_id uuid primary key references cases (id) on delete cascade,
  target text not null,
  state text not null default 'queued' check (state in ('queued', 'accepted', 'refused', 'unclear', 'given-up')),
  round integer not null default 1,
  attempts integer not null default 0,
  sent boolean not null default false,
  since timestamptz not null default now(),
  due_at timestamptz not null default now(),
  lease_owner text,
  ended_at timestamptz
);
create index submissions_due on submissions (due_at) where state = 'queued';

-- Counters with appointments, as the agency has set them. One that is not set any longer stays for what was booked there.
create table offices (
  id text primary key,
  place integer not null,
  open boolean not null,
  body jsonb not null
);

-- `number` is the place in the day's order; what was cancelled keeps its number. `message` is what asked for it: that happens once.
create table appointments (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  office_id text not null references offices (id),
  day date not null,
  time text not null,
  number integer not null,
  conversation_id uuid not null references conversations (id) on delete cascade,
  case_id uuid references cases (id) on delete set null,
  message text not null,
  -- A token of the network address, so that nobody takes all places from one.
  network text,
  booked_at timestamptz not null default now(),
  cancelled_at timestamptz,
  unique (conversation_id, message),
  unique (office_id, day, number)
);
create index appointments_slot on appointments (office_id, day, time) where cancelled_at is null;
create index appointments_network on appointments (network, booked_at) where network is not null;
create index appointments_day on appointments (day);
create index appointments_case on appointments (case_id) where case_id is not null;
