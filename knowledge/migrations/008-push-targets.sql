-- Browsers that want to be told while the page is closed. Where and with which keys is sealed; the token finds the same browser again.
create table push_targets (
  token text primary key,
  conversation_id uuid not null references conversations (id) on delete cascade,
  sealed text not null,
  created_at timestamptz not null default now()
);
create index push_targets_conversation on push_targets (conversation_id, created_at);
