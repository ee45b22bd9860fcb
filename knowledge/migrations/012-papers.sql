-- Files handed over ahead of the message that names them, and what they are called: both sealed. Gone with the turn that reads them, or after a day.
create table uploads (
  ref text primary key,
  channel text not null,
  person text not null,
  name text not null,
  bytes bytea not null,
  size integer not null,
  -- The message that named it: no other can.
  message_id text,
  at timestamptz not null default now()
);
alter table uploads alter column bytes set storage external;
create index uploads_person on uploads (channel, person);
create index uploads_at on uploads (at);

-- Files that were looked at and kept, name and bytes sealed. The owner is 'loose', 'petition' (the one on its way), the code of a sent one, or a case.
create table papers (
  id bigint generated always as identity primary key,
  conversation_id uuid not null references conversations (id) on delete cascade,
  owner text not null,
  petition_id bigint references petitions (id) on delete cascade,
  source text not null,
  -- A digest of the bytes under a key.
  token text not null,
  name text not null,
  type text not null,
  size integer not null,
  pages integer not null,
  bytes bytea not null,
  at timestamptz not null default now(),
  unique (conversation_id, source)
);
alter table papers alter column bytes set storage external;
create index papers_owner on papers (conversation_id, owner, id);
create index papers_petition on papers (petition_id, id) where petition_id is not null;
create index papers_waiting on papers (at) where petition_id is null;
