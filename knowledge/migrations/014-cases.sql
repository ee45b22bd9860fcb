-- Filings on their way. The body (who asks, what was answered) is sealed; what stands beside it names nobody.
create table cases (
  id uuid primary key,
  code text not null unique,
  conversation_id uuid not null references conversations (id) on delete cascade,
  form text not null,
  state text not null check (state in ('open', 'ready', 'submitted')),
  body text not null,
  revision integer not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index cases_conversation on cases (conversation_id, changed_at desc);
create index cases_changed on cases (changed_at);

create table case_days (
  day date primary key,
  last integer not null
);

-- Six digits that bring a case to another conversation, known by their token alone. One for each case, gone with its use.
create table move_codes (
  token text primary key,
  case_id uuid not null unique references cases (id) on delete cascade,
  until timestamptz not null
);

-- What is said while a filing is open is personal throughout: it stands here, sealed, and `text` and `reply` show nothing of it.
alter table entries add column sealed text;
