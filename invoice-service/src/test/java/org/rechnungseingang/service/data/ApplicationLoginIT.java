package org.rechnungseingang.service.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service's own login cannot do, whatever the code that uses it says; each tried as a statement. */
class ApplicationLoginIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Town TOWN = Town.in(DATABASE.owner(), "OWN");
    private static final Session SESSION = session();

    @AfterAll
    static void close() throws SQLException {
        SESSION.close();
    }

    static Stream<String> changesToWhatStays() {
        return Stream.of(
                        "journal_entry",
                        "journal_payload",
                        "original",
                        "original_chunk",
                        "delivery",
                        "supporting_document",
                        "assignment",
                        "certification",
                        "payment_order",
                        "remark",
                        "payable",
                        "mail",
                        "mail_case",
                        "verdict",
                        "finding",
                        "payee",
                        "payee_account",
                        "register_submitter")
                .flatMap(table -> Stream.of(
                        "update " + table + " set tenant = tenant",
                        "delete from " + table,
                        "truncate " + table,
                        "insert into " + table + " select * from " + table + " on conflict on constraint " + table
                                + "_pkey do update set tenant = excluded.tenant"));
    }

    static Stream<String> deletions() {
        return Stream.of(
                        "invoice_case",
                        "register_entry",
                        "office",
                        "account",
                        "tenant",
                        "power",
                        "payment",
                        "status_page",
                        "feedback_cursor",
                        "feedback_set_aside")
                .map(table -> "delete from " + table);
    }

    @ParameterizedTest
    @MethodSource({"changesToWhatStays", "deletions"})
    void changesAndDeletesNothingThatStays(String statement) {
        assertThat(failure(statement)).contains("permission denied for table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table journal_entry disable row level security",
                "alter table journal_entry no force row level security",
                "drop policy own_tenant on journal_entry",
                "create policy mine on journal_entry using (true)",
                "alter table journal_entry disable trigger all",
                "drop table journal_payload",
                "create or replace function register_with_words(query tsquery) returns setof uuid"
                        + " language sql as 'select null::uuid'",
                "call separate_tenants('tenant')"
            })
    void changesNoTable(String statement) {
        assertThat(failure(statement)).containsPattern("must be owner of|permission denied for schema public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role rechnungseingang_owner",
                "set role postgres",
                "set session authorization rechnungseingang_owner",
                "create table mine ()",
                "create role other",
                "alter role rechnungseingang_app bypassrls",
                "set session_replication_role = replica",
                "select pg_read_file('/etc/passwd')",
                "copy tenant to program 'cat'",
                "select * from flyway_schema_history"
            })
    void gainsNoOtherRights(String statement) {
        assertThat(failure(statement)).containsPattern("permission denied|only roles with|must be superuser");
    }

    // It would switch the filter off; PostgreSQL refuses the query instead.
    @Test
    void looksNotPastRowSecurity() {
        assertThatThrownBy(() -> SESSION.as(TOWN.tenant(), jdbc -> {
                    jdbc.sql("set local row_security = off").update();
                    return jdbc.sql("select * from journal_entry").query().listOfRows();
                }))
                .rootCause()
                .hasMessageContaining("query would be affected by row-level security policy");
    }

    @Test
    void ownsNothingAndHasNoPower() {
        List<String> owned =
                SESSION.asNobody(jdbc -> jdbc.sql("""
                        select relname::text from pg_class where relowner = session_user::regrole
                        union all select proname::text from pg_proc where proowner = session_user::regrole
                        union all select nspname::text from pg_namespace where nspowner = session_user::regrole
                        union all select datname::text from pg_database where datdba = session_user::regrole
                        union all select rolname::text from pg_roles
                          where rolname = session_user
                            and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                        union all select roleid::regrole::text from pg_auth_members
                          where member = session_user::regrole""").query(String.class).list());

        assertThat(owned).isEmpty();
    }

    private static String failure(String statement) {
        try {
            return SESSION.as(TOWN.tenant(), jdbc -> run(jdbc, statement));
        } catch (RuntimeException e) {
            return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    private static String run(JdbcClient jdbc, String statement) {
        if (statement.startsWith("select")) {
            jdbc.sql(statement).query().listOfRows();
        } else {
            jdbc.sql(statement).update();
        }
        return "It was done: " + statement;
    }

    private static Session session() {
        try {
            return Session.of(DATABASE.application());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
