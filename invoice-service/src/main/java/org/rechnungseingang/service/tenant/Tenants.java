package org.rechnungseingang.service.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The towns of this installation and the marks that one is known by. Outside row security: asked before a tenant is known. */
@Repository
public class Tenants {

    private static final String TENANT = "select t.id, t.key, t.name, t.receipt_prefix from tenant t ";

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every town, by name. */
    public List<Tenant> all() {
        return jdbc.sql(TENANT + "order by t.name").query(Tenants::tenant).list();
    }

    /** The town with this id. */
    public Optional<Tenant> find(TenantId id) {
        return jdbc.sql(TENANT + "where t.id = ?")
                .param(id.value())
                .query(Tenants::tenant)
                .optional();
    }

    /** The town that is configured under this key. */
    public Optional<Tenant> ofKey(String key) {
        return jdbc.sql(TENANT + "where t.key = ?")
                .param(key)
                .query(Tenants::tenant)
                .optional();
    }

    /** The town that uses this host name; upper and lower case do not matter. */
    public Optional<Tenant> ofHost(String host) {
        return known("host", host.toLowerCase(Locale.ROOT));
    }

    /** The town that this token of the REST interface belongs to. Only the token's hash is stored and compared. */
    public Optional<Tenant> ofApiToken(String token) {
        return known("api-token", hash(token));
    }

    private Optional<Tenant> known(String kind, String value) {
        return jdbc.sql(TENANT + "join tenant_mark m on m.tenant = t.id where m.kind = ? and m.value = ?")
                .params(kind, value)
                .query(Tenants::tenant)
                .optional();
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", java.util.UUID.class)),
                row.getString("key"),
                row.getString("name"),
                row.getString("receipt_prefix"));
    }
}
