-- Originals by their SHA-256, in rows of at most 1 MiB. The application keeps and reads them, nothing else.
create table original (
  tenant uuid   not null references tenant,
  sha256 text   collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size   int    not null check (size >= 0),
  primary key (tenant, sha256)
);

create table original_chunk (
  tenant uuid  not null,
  sha256 text  collate "C" not null,
  number int   not null,
  bytes  bytea not null check (length(bytes) between 1 and 1048576),
  primary key (tenant, sha256, number),
  foreign key (tenant, sha256) references original
);
-- Received documents are compressed already or gain little: no second attempt for each row.
alter table original_chunk alter column bytes set storage external;

call separate_tenants('original');
call separate_tenants('original_chunk');
grant select, insert on original, original_chunk to "${application_role}";
