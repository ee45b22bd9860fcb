-- Tries of a second factor that were wrong, or are being compared. Who and from where are digests; a row is gone after a day.
create table wrong_tries (
  channel text not null,
  message text not null,
  person text not null,
  code text not null,
  network text,
  at timestamptz not null,
  primary key (channel, message)
);
create index wrong_tries_person on wrong_tries (person, at);
create index wrong_tries_code on wrong_tries (code, at);
create index wrong_tries_network on wrong_tries (network, at);
create index wrong_tries_at on wrong_tries (at);

-- Which codes somebody looked up lately, one row each.
create table looked_up (
  person text not null,
  code text not null,
  network text,
  at timestamptz not null,
  primary key (person, code)
);
create index looked_up_network on looked_up (network, at);
create index looked_up_at on looked_up (at);

-- Keys that this installation made for itself, the same for all replicas.
create table own_keys (
  name text primary key,
  key bytea not null,
  made_at timestamptz not null default now()
);
