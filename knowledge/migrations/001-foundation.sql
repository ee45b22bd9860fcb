create extension if not exists vector;

-- One row a procedure, keyed by the portal's id; the text of each version is kept for good.
create table procedures (
  id text primary key,
  code text not null,
  kind text not null check (kind in ('national', 'local', 'internal')),
  origin text not null check (origin in ('portal', 'starter', 'staff')),
  source_url text not null,
  data_date date not null,
  version integer not null,
  indexed_version integer not null default 0,
  digest text not null,
  revision bigint not null default 0
);
create index procedures_code on procedures (code);
create index procedures_pending on procedures (id) where indexed_version < version;
create index procedures_revision on procedures (revision);

create table procedure_versions (
  procedure_id text not null references procedures (id) on delete cascade,
  version integer not null,
  digest text not null,
  origin text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (procedure_id, version)
);

create table passages (
  procedure_id text not null references procedures (id) on delete cascade,
  section text not null,
  ordinal integer not null,
  digest text not null,
  text text not null,
  embedding vector,
  embedding_model text,
  primary key (procedure_id, section, ordinal)
);

create table explanations (
  code text primary key,
  also_called text[] not null,
  body jsonb not null
);

create table faqs (
  id text primary key,
  body jsonb not null
);

-- What every replica watches: a higher revision means that the library has changed.
create table library_state (
  single boolean primary key default true check (single),
  revision bigint not null default 0,
  starter_digest text not null default ''
);
insert into library_state default values;

create table search_snapshots (
  single boolean primary key default true check (single),
  revision bigint not null,
  format integer not null,
  bytes bytea not null
);

create table dossiers (
  code text primary key,
  demonstration boolean not null,
  body jsonb not null,
  updated_at timestamptz not null default now()
);

create table conversations (
  id uuid primary key default gen_random_uuid(),
  channel text not null,
  person text not null,
  memory jsonb,
  lease_owner text,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  unique (channel, person)
);

-- The body holds the citizen's own words only until the turn is recorded.
create table inbox (
  id bigint generated always as identity primary key,
  channel text not null,
  message_id text not null,
  conversation_id uuid not null references conversations (id) on delete cascade,
  body jsonb,
  attempts integer not null default 0,
  received_at timestamptz not null default now(),
  recorded_at timestamptz,
  unique (channel, message_id)
);
create index inbox_waiting on inbox (conversation_id, id) where recorded_at is null;

-- What was said, personal numbers masked, in the order of their ids.
create table entries (
  id bigint generated always as identity primary key,
  conversation_id uuid not null references conversations (id) on delete cascade,
  inbox_id bigint not null references inbox (id) on delete cascade,
  sender text not null check (sender in ('citizen', 'assistant')),
  text text not null,
  reply jsonb,
  at timestamptz not null default now()
);
create index entries_conversation on entries (conversation_id, id);
create index entries_inbox on entries (inbox_id);

create table turns (
  inbox_id bigint primary key references inbox (id) on delete cascade,
  channel text not null,
  kind text not null,
  aspect text,
  procedures text[] not null,
  ms real not null,
  at timestamptz not null default now()
);

-- Replies on their way. A delivered one leaves the table.
create table outbox (
  entry_id bigint primary key references entries (id) on delete cascade,
  conversation_id uuid not null references conversations (id) on delete cascade,
  channel text not null,
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_owner text,
  lease_until timestamptz,
  reason text
);
create index outbox_due on outbox (due_at);
create index outbox_conversation on outbox (conversation_id, entry_id);

create table desk_notes (
  id bigint generated always as identity primary key,
  conversation_id uuid references conversations (id) on delete set null,
  kind text not null check (kind in ('unanswered', 'hand-over', 'petition')),
  text text not null,
  at timestamptz not null default now(),
  closed_at timestamptz
);

-- Work that only one process may do at a time. A lease left by a dead process runs out.
create table leases (
  name text primary key,
  owner text not null,
  until timestamptz not null
);
