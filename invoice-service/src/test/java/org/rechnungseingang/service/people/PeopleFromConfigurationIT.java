package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.database.TestDatabase;
import org.rechnungseingang.service.people.PeopleProperties.Entry;
import org.rechnungseingang.service.people.PeopleProperties.Town;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** On a database, without the service around it; which rows a town sees is proven elsewhere. */
class PeopleFromConfigurationIT {

    private static final Entry CLERK =
            new Entry("Ayşe Yıldız", "password-of-clerk", Set.of(Role.CLERK), Optional.empty());
    private static final Town ONE_CLERK = new Town(Map.of(), Map.of("Clerk", CLERK));

    private final javax.sql.DataSource database = TestDatabase.migrated().superuser();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Tenants tenants = mock(Tenants.class);

    @BeforeEach
    void foundTowns() {
        Tenant one = town("anstadt", "ANS");
        Tenant other = town("beistadt", "BEI");
        when(tenants.all()).thenReturn(List.of(one, other));
        when(tenants.ofKey(anyString())).thenReturn(Optional.empty());
        when(tenants.ofKey("anstadt")).thenReturn(Optional.of(one));
        when(tenants.ofKey("beistadt")).thenReturn(Optional.of(other));
    }

    @Test
    void closeTheAccountsOfATownThatHasNoPeopleAnyMore() {
        configure(Map.of("anstadt", ONE_CLERK, "beistadt", ONE_CLERK));
        assertThat(openAccounts()).containsExactly("anstadt/clerk", "beistadt/clerk");

        configure(Map.of("beistadt", ONE_CLERK));

        assertThat(openAccounts()).containsExactly("beistadt/clerk");
    }

    @Test
    void openAnAccountAgainAsTheSame() {
        configure(Map.of("anstadt", ONE_CLERK));
        List<UUID> before = accounts();
        configure(Map.of());
        assertThat(openAccounts()).isEmpty();

        configure(Map.of("anstadt", ONE_CLERK));

        assertThat(openAccounts()).containsExactly("anstadt/clerk");
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void closeAnAccountThatATownHasNoMore() {
        configure(Map.of("anstadt", ONE_CLERK));

        configure(Map.of("anstadt", new Town(Map.of(), Map.of("auditor", CLERK))));

        assertThat(openAccounts()).containsExactly("anstadt/auditor");
    }

    @Test
    void areRefusedForATownThatThereIsNot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> configure(Map.of("nirgendwo", ONE_CLERK)))
                .withMessageContaining("rechnungseingang.people.nirgendwo");
    }

    private void configure(Map<String, Town> people) {
        new PeopleFromConfiguration(
                        new PeopleProperties(people),
                        tenants,
                        new CurrentTenant(),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        jdbc,
                        new Readable())
                .apply();
    }

    private List<String> openAccounts() {
        return jdbc.sql("""
                        select t.key || '/' || a.login from account a join tenant t on t.id = a.tenant
                        where a.active order by 1""").query(String.class).list();
    }

    private List<UUID> accounts() {
        return jdbc.sql("select id from account order by id").query(UUID.class).list();
    }

    private Tenant town(String key, String prefix) {
        Tenant town = new Tenant(new TenantId(UUID.randomUUID()), key, key, prefix);
        jdbc.sql("insert into tenant (id, key, name, receipt_prefix) values (?, ?, ?, ?)")
                .params(town.id().value(), key, key, prefix)
                .update();
        return town;
    }

    /** Quick, and of no other use. */
    private static final class Readable implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return "{argon2}" + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return hash.equals(encode(password));
        }
    }
}
