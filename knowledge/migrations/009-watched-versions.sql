-- Versions never restart: a dossier followed anew must not give its news a number that an earlier one had. All given so far are smaller.
create sequence if not exists watched_versions as bigint start with 1000000;
alter table watched_dossiers alter column version set default nextval('watched_versions');
