-- Whom the invoices want to be paid: BG-10, else the seller.
create table payee (
  tenant        uuid        not null references tenant,
  id            uuid        not null,
  key           text        not null,
  name          text        not null,
  vat_id        text,
  tax_number    text,
  first_seen_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, key)
);

create table payee_account (
  tenant        uuid        not null,
  payee         uuid        not null,
  iban          text        not null,
  first_seen_at timestamptz not null,
  first_case    uuid        not null,
  primary key (tenant, payee, iban),
  foreign key (tenant, payee) references payee
);

call separate_tenants('payee');
call separate_tenants('payee_account');
grant select, insert on payee, payee_account to "${application_role}";
