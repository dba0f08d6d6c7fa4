-- Which towns use this installation, and how one is known. Asked before a tenant is known, hence outside row security.
create table tenant (
  id             uuid primary key,
  key            text not null unique,
  name           text not null,
  receipt_prefix text not null unique check (receipt_prefix ~ '^[A-Z]{2,6}$')
);

create table tenant_mark (
  kind   text not null check (kind in ('host', 'api-token')),
  value  text not null,
  tenant uuid not null references tenant,
  primary key (kind, value)
);

grant select, insert, update on tenant to "${application_role}";
grant select, insert, delete on tenant_mark to "${application_role}";

-- Row security for one table: a row is seen and written by its own tenant only. The tenant of a transaction is set at its
-- start; where it is not, current_setting fails and so does the statement.
create procedure separate_tenants(of_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('create policy own_tenant on %s using (tenant = current_setting(''app.tenant'')::uuid)', of_table);
end $$;
