package org.rechnungseingang.service.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table of the schema, as the database itself lists them: whoever adds one without row security fails here. */
class RowSecurityIT {

    /** Asked before a tenant is known, or by the scheduler for all towns; the migrations say why. */
    private static final Set<String> LOOK_UP_TABLES =
            Set.of("tenant", "tenant_mark", "scheduled_tasks", "flyway_schema_history");

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());
    private static final Town OWN = Town.in(DATABASE.owner(), "OWN");
    private static final Town OTHER = Town.in(DATABASE.owner(), "OTHER");
    private static final Session SESSION = session();

    @AfterAll
    static void close() throws SQLException {
        SESSION.close();
    }

    static Stream<String> tenantTables() {
        return tables().stream().filter(table -> !LOOK_UP_TABLES.contains(table));
    }

    static Stream<String> insertableTables() {
        return tenantTables().filter(table -> granted(table, "INSERT"));
    }

    static Stream<String> updatableTables() {
        return tenantTables().filter(table -> granted(table, "UPDATE"));
    }

    @Test
    void leavesOutOnlyTheLookUpTables() {
        List<String> open = OWNER.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f', 'm', 'v')
                          and not c.relrowsecurity""").query(String.class).list();

        assertThat(open).containsExactlyInAnyOrderElementsOf(LOOK_UP_TABLES);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void hasOnePolicyForAllActsAndRoles(String table) {
        List<String> policies = OWNER.sql("""
                        select concat_ws(' ', polname, polcmd, polpermissive, polroles,
                          pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
                        from pg_policy where polrelid = cast(? as regclass)""").param(table).query(String.class).list();

        assertThat(policies)
                .containsExactly("own_tenant * t {0} (tenant = (current_setting('app.tenant'::text))::uuid)");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void hasTheTenantInEveryRow(String table) {
        assertThat(OWNER.sql("""
                        select format_type(atttypid, atttypmod) || ' ' || attnotnull from pg_attribute
                        where attrelid = cast(? as regclass) and attname = 'tenant'""").param(table).query(String.class).single()).isEqualTo("uuid true");
    }

    // Keys do not see row security: without the tenant they would tell of, or point to, rows of another town.
    @ParameterizedTest
    @MethodSource("tenantTables")
    void beginsEveryKeyWithTheTenant(String table) {
        List<String> others =
                OWNER.sql("""
                        select c.conname::text from pg_constraint c
                        left join pg_attribute f on (f.attrelid, f.attnum) = (c.confrelid, c.confkey[1])
                        where c.conrelid = cast(:table as regclass) and c.contype in ('p', 'u', 'f', 'x')
                          and (c.conkey[1] <> (select attnum from pg_attribute
                                               where attrelid = c.conrelid and attname = 'tenant')
                            or f.attname <> case when c.confrelid = 'tenant'::regclass then 'id' else 'tenant' end)
                        union all
                        select i.indexrelid::regclass::text from pg_index i
                        where i.indrelid = cast(:table as regclass) and i.indisunique
                          and i.indkey[0] <> (select attnum from pg_attribute
                                              where attrelid = i.indrelid and attname = 'tenant')""").param("table", table).query(String.class).list();

        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void showsTheOwnTenantOnly(String table) {
        assertThat(tenants(OWNER, table)).hasSize(2);

        List<UUID> seen = SESSION.as(OWN.tenant(), jdbc -> tenants(jdbc, table));
        List<UUID> seenByAStranger = SESSION.as(UUID.randomUUID(), jdbc -> tenants(jdbc, table));

        assertThat(seen).containsExactly(OWN.tenant());
        assertThat(seenByAStranger).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("insertableTables")
    void takesNoRowForAnotherTenant(String table) {
        String row = OWNER.sql("select to_jsonb(t)::text from " + table + " t where tenant = ? limit 1")
                .param(OTHER.tenant())
                .query(String.class)
                .single();

        assertThatThrownBy(() -> SESSION.as(
                        OWN.tenant(),
                        jdbc -> jdbc.sql("insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb)"
                                        .formatted(table))
                                .param(row)
                                .update()))
                .rootCause()
                .hasMessageContaining("new row violates row-level security policy for table \"" + table + "\"");
    }

    @ParameterizedTest
    @MethodSource("updatableTables")
    void handsNoRowOverToAnotherTenant(String table) {
        assertThatThrownBy(() -> SESSION.as(
                        OWN.tenant(),
                        jdbc -> jdbc.sql("update " + table + " set tenant = ?")
                                .param(OTHER.tenant())
                                .update()))
                .rootCause()
                .hasMessageContaining("new row violates row-level security policy for table \"" + table + "\"");
    }

    @ParameterizedTest
    @MethodSource("updatableTables")
    void changesNoRowOfAnotherTenant(String table) {
        int changed = SESSION.as(
                OWN.tenant(),
                jdbc -> jdbc.sql("update " + table + " set tenant = tenant where tenant = ?")
                        .param(OTHER.tenant())
                        .update());

        assertThat(changed).isZero();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void failsWhenNobodyHasSetATenant(String table) throws SQLException {
        try (Session fresh = session()) {
            assertThatThrownBy(() -> fresh.asNobody(jdbc -> count(jdbc, table)))
                    .rootCause()
                    .hasMessageContaining("unrecognized configuration parameter \"app.tenant\"");
        }
    }

    // PostgreSQL remembers the name of the setting for the connection's life, with an empty value.
    @ParameterizedTest
    @MethodSource("tenantTables")
    void failsWhenOnlyThePreviousTransactionHadATenant(String table) throws SQLException {
        try (Session used = session()) {
            used.as(OWN.tenant(), jdbc -> count(jdbc, table));

            assertThatThrownBy(() -> used.asNobody(jdbc -> count(jdbc, table)))
                    .rootCause()
                    .hasMessageContaining("invalid input syntax for type uuid: \"\"");
        }
    }

    @Test
    void findsWordsInTheOwnTenantOnly() {
        Function<JdbcClient, List<UUID>> search = jdbc -> jdbc.sql("select register_with_words('saubermann'::tsquery)")
                .query(UUID.class)
                .list();

        List<UUID> own = SESSION.as(OWN.tenant(), search);
        List<UUID> others = SESSION.as(OTHER.tenant(), search);
        List<UUID> strangers = SESSION.as(UUID.randomUUID(), search);

        assertThat(own).containsExactly(OWN.id());
        assertThat(others).containsExactly(OTHER.id());
        assertThat(strangers).isEmpty();
        assertThatThrownBy(() -> SESSION.asNobody(search)).rootCause().hasMessageContaining("uuid: \"\"");
    }

    // Each function that runs with the owner's rights is a door through row security; this is the list of them.
    @Test
    void isPassedByTheseFunctionsOnly() {
        List<String> doors = OWNER.sql("""
                        select proname || ' ' || proconfig::text || ' ' || (proacl::text like '%{=X%') from pg_proc
                        where pronamespace = 'public'::regnamespace and prosecdef order by proname""").query(String.class).list();

        assertThat(doors)
                .containsExactly(
                        "keep_payable {\"search_path=public, pg_temp\"} false",
                        "register_with_words {\"search_path=public, pg_temp\"} false",
                        "set_payable {\"search_path=public, pg_temp\"} false");
    }

    private static List<UUID> tenants(JdbcClient jdbc, String table) {
        return jdbc.sql("select distinct tenant from " + table)
                .query(UUID.class)
                .list();
    }

    private static int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static boolean granted(String table, String privilege) {
        return OWNER.sql("select has_table_privilege('rechnungseingang_app', ?, ?)")
                .params(table, privilege)
                .query(Boolean.class)
                .single();
    }

    private static List<String> tables() {
        return OWNER.sql("""
                        select relname::text from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname""").query(String.class).list();
    }

    private static Session session() {
        try {
            return Session.of(DATABASE.application());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
