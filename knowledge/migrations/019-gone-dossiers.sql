-- Since when the source of a followed dossier says that there is none; null: it was there at the last look.
alter table watched_dossiers add column gone_since timestamptz;
