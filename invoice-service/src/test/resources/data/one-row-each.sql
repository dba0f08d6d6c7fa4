-- One row in every table that has a tenant; a test fails when a table is forgotten here.
insert into tenant (id, key, name, receipt_prefix) values (:tenant, :prefix, :prefix, :prefix);
insert into office (tenant, id, key, name, takes_unclaimed) values (:tenant, :id, 'bauamt', 'Bauamt', true);
insert into office_routing_id (tenant, routing_id, office) values (:tenant, '04011000-1234512345-06', :id);
insert into account (tenant, id, login, name, password, roles, office, active)
  values (:tenant, :id, 'clerk', 'Ayşe Yıldız', '{argon2}x', '{CLERK}', :id, true);
insert into login_failure (tenant, source, level, last_at) values (:tenant, 'login clerk', 1, now());
insert into login_network (tenant, login, network, last_at) values (:tenant, 'clerk', '192.0.2.1', now());
insert into journal_entry (tenant, case_id, number, kind, at, actor, payload_digest, previous, hash)
  values (:tenant, :id, 1, 'InvoiceReceived', now(), 'REST', sha256(''), sha256(''), sha256(''));
insert into journal_payload (tenant, case_id, number, salt, payload)
  values (:tenant, :id, 1, decode(repeat('00', 16), 'hex'), '{}');
insert into dead_letter (tenant, id, job, attempts, reason, failed_at) values (:tenant, :id, 'check', 8, 'why', now());
insert into original (tenant, sha256, size) values (:tenant, repeat('0', 64), 1);
insert into original_chunk (tenant, sha256, number, bytes) values (:tenant, repeat('0', 64), 0, 'x');
insert into invoice_case (tenant, id, receipt_number, original, station, mark, round, received_at)
  values (:tenant, :id, 'X-2026-0000001-00', repeat('0', 64), 'CHECKED', 'OPEN', 1, now());
insert into delivery (tenant, id, case_id, channel, received_at, stored_at, sender, account)
  values (:tenant, :id, :id, 'REST', now(), now(), 'REST', :id);
insert into verdict (tenant, case_id, round, outcome, decision, checked_at)
  values (:tenant, :id, 1, 'ACCEPT', 'ACCEPT', now());
insert into finding (tenant, case_id, round, number, rule, level, legal_class, text, location, terms)
  values (:tenant, :id, 1, 1, 'BR-01', 'ERROR', 'CONTENT', 'text', '/', '{}');
insert into payee (tenant, id, key, name, first_seen_at) values (:tenant, :id, 'vat:DE1', 'Saubermann', now());
insert into payee_account (tenant, payee, iban, first_seen_at, first_case)
  values (:tenant, :id, 'DE02120300000000202051', now(), :id);
insert into register_entry (tenant, case_id, receipt_number, station, mark, channel, received_at, words)
  values (:tenant, :id, 'X-2026-0000001-00', 'CHECKED', 'OPEN', 'REST', now(), 'saubermann');
insert into register_submitter (tenant, account, case_id) values (:tenant, :id, :id);
