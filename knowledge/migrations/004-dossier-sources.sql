-- What was said last of a dossier that was looked up, for when its source is away. No personal datum; forgotten after 90 days.
create table last_known (
  code text primary key,
  status integer,
  status_text text not null,
  agency text not null,
  due_on date,
  at timestamptz not null
);
create index last_known_at on last_known (at);

-- Tokens of the sources, for all replicas. Whoever has the lease renews; the others wait.
create table source_tokens (
  source text primary key,
  value text,
  expires_at timestamptz,
  lease_owner text,
  lease_until timestamptz
);

-- When staff last moved the dossier by hand: a demonstration that was moved keeps its state for a while.
alter table dossiers add column advanced_at timestamptz;
