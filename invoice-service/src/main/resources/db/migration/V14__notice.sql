-- The status page of each case: the secret in its address is shown to whoever handed the invoice in, and to nobody else.
create table status_page (
  tenant  uuid not null,
  case_id uuid not null,
  secret  text not null check (length(secret) >= 22),
  -- What was said to the supplier: the reason of a refusal, a question.
  remark  text,
  primary key (tenant, case_id),
  foreign key (tenant, case_id) references invoice_case
);

call separate_tenants('status_page');
grant select, insert, update on status_page to "${application_role}";
