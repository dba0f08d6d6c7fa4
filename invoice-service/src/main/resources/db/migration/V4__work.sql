-- The queue of db-scheduler 16, in the form that the library wants. It spans tenants (a node takes whatever is due), hence
-- outside row security; a job holds ids only, and its tenant among them.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  -- Ours, and unknown to the library: how many nodes have died with the job in hand.
  node_deaths          int         not null default 0,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
-- No more of them: priorities are not used, and a job that is picked gets its heartbeat without touching an index.

create table dead_letter (
  tenant    uuid        not null references tenant,
  id        uuid        not null,
  job       text        not null,
  attempts  int         not null,
  reason    text        not null,
  failed_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, job)
);

call separate_tenants('dead_letter');
grant select, insert, update, delete on scheduled_tasks to "${application_role}";
grant select, insert, delete on dead_letter to "${application_role}";
