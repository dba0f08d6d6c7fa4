package org.rechnungseingang.service.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of a town, as the login asks for them. */
@Repository
class Accounts implements UserDetailsService {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    Accounts(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String login) {
        return tenant.get()
                .flatMap(town -> jdbc.sql("""
                                select a.*, o.name as office_name, o.takes_unclaimed,
                                  array(select i.routing_id from office_routing_id i
                                        where i.tenant = o.tenant and i.office = o.id) as routing_ids
                                from account a left join office o on (o.tenant, o.id) = (a.tenant, a.office)
                                where a.tenant = ? and a.login = ? and a.active""")
                        .params(town.value(), login.strip().toLowerCase(Locale.ROOT))
                        .query((row, n) -> signedIn(row))
                        .optional())
                .orElseThrow(() -> new UsernameNotFoundException("No active account"));
    }

    private SignedIn signedIn(ResultSet row) throws SQLException {
        Person person = new Person(
                tenant.required(),
                Optional.of(row.getObject("id", UUID.class)),
                row.getString("name"),
                roles((String[]) row.getArray("roles").getArray()),
                office(row));
        return new SignedIn(person, row.getString("login"), row.getString("password"));
    }

    private static Set<Role> roles(String[] names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return Set.copyOf(roles);
    }

    private static Optional<Office> office(ResultSet row) throws SQLException {
        Optional<UUID> id = Optional.ofNullable(row.getObject("office", UUID.class));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String[] routingIds = (String[]) row.getArray("routing_ids").getArray();
        return Optional.of(new Office(
                id.get(), row.getString("office_name"), Set.of(routingIds), row.getBoolean("takes_unclaimed")));
    }
}
