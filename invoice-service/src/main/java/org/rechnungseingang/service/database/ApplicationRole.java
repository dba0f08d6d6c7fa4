package org.rechnungseingang.service.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role that the service works as. Row-level security and missing grants bind it only while it has no power. */
final class ApplicationRole {

    // pg_has_role also answers for what the role could become by SET ROLE.
    private static final String POWERS = """
            SELECT DISTINCT power
              FROM pg_roles r,
                   LATERAL (VALUES ('SUPERUSER', r.rolsuper),
                                   ('BYPASSRLS', r.rolbypassrls),
                                   ('CREATEROLE', r.rolcreaterole),
                                   ('CREATEDB', r.rolcreatedb),
                                   ('REPLICATION', r.rolreplication)) AS p (power, held)
             WHERE held AND pg_has_role(session_user, r.oid, 'MEMBER')
            UNION ALL
            SELECT format('OWNER %I.%I', n.nspname, c.relname)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE pg_has_role(session_user, c.relowner, 'MEMBER')
               AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
               AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
               AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
             ORDER BY 1
             LIMIT 20""";

    private ApplicationRole() {}

    /** The name of the role behind this connection; refuses one that may do too much. */
    static String check(JdbcClient database) {
        String name = database.sql("SELECT session_user").query(String.class).single();
        List<String> powers = database.sql(POWERS).query(String.class).list();
        if (!powers.isEmpty()) {
            throw Refusals.mightyRole(name, powers);
        }
        return name;
    }
}
