create sequence receipt_number;

create table invoice_case (
  tenant         uuid        not null references tenant,
  id             uuid        not null,
  receipt_number text        collate "C" not null,
  original       text        collate "C" not null,
  document       text        collate "C",
  station        text        not null check (station in ('RECEIVED', 'CHECKED', 'ASSIGNED', 'ORDERED', 'POSTED', 'PAID')),
  mark           text        not null check (mark in ('OPEN', 'ON_HOLD', 'QUERY', 'REFUSED', 'MERGED')),
  -- The stage that has failed for good, if the case is on hold for that: sending it again takes away its own hold only.
  given_up       text        check (given_up is null or mark = 'ON_HOLD'),
  round          int         not null check (round > 0),
  received_at    timestamptz not null,
  -- A duplicate's case ends with a link to the first.
  merged_into    uuid,
  primary key (tenant, id),
  check ((mark = 'MERGED') = (merged_into is not null)),
  foreign key (tenant, merged_into) references invoice_case,
  unique (tenant, receipt_number),
  -- The transport duplicate: the same bytes open no second case, whoever is quicker.
  unique (tenant, original),
  foreign key (tenant, original) references original,
  foreign key (tenant, document) references original
);

create index case_merged_into on invoice_case (tenant, merged_into) where merged_into is not null;

create table delivery (
  tenant      uuid        not null,
  id          uuid        not null,
  case_id     uuid        not null,
  channel     text        not null check (channel in ('UPLOAD', 'REST', 'MAIL', 'PEPPOL')),
  received_at timestamptz not null,
  stored_at   timestamptz not null,
  sender      text        not null,
  account     uuid,
  file_name   text,
  primary key (tenant, id),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, account) references account
);
create index delivery_of_case on delivery (tenant, case_id, received_at);

-- Files that came with an invoice and are no invoice themselves.
create table supporting_document (
  tenant    uuid not null,
  case_id   uuid not null,
  number    int  not null check (number > 0),
  original  text collate "C" not null,
  file_name text not null,
  type      text not null,
  primary key (tenant, case_id, number),
  unique (tenant, case_id, original),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, original) references original
);

call separate_tenants('invoice_case');
call separate_tenants('delivery');
call separate_tenants('supporting_document');
grant usage on sequence receipt_number to "${application_role}";
grant select, insert, update on invoice_case to "${application_role}";
grant select, insert on delivery, supporting_document to "${application_role}";
