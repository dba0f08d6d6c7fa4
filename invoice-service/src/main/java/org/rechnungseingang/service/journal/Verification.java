package org.rechnungseingang.service.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes a case's chain and tells the first entry that does not fit. */
@Component
public class Verification {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    Verification(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /** What is wrong with the case's history, in words with the entry's number; empty if the chain holds. */
    @Transactional(readOnly = true)
    public Optional<String> of(CaseId caseId) {
        byte[] previous = Link.beginning();
        int expected = 1;
        for (Stored stored : stored(caseId)) {
            Optional<String> fault = stored.fault(expected, previous);
            if (fault.isPresent()) {
                return fault;
            }
            previous = stored.hash();
            expected++;
        }
        return Optional.empty();
    }

    private List<Stored> stored(CaseId caseId) {
        return jdbc.sql("""
                        select e.*, p.salt, p.payload
                        from journal_entry e
                        left join journal_payload p
                          on (p.tenant, p.case_id, p.number) = (e.tenant, e.case_id, e.number)
                        where e.tenant = ? and e.case_id = ?
                        order by e.number""")
                .params(tenant.required().value(), caseId.value())
                .query((row, n) -> stored(row))
                .list();
    }

    private Stored stored(ResultSet row) throws SQLException {
        Link link = new Link(
                tenant.required(),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("number"),
                row.getString("kind"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getBytes("payload_digest"),
                row.getBytes("previous"));
        Optional<String> payload = Optional.ofNullable(row.getString("payload"));
        byte[] salt = Optional.ofNullable(row.getBytes("salt")).orElseGet(() -> new byte[0]);
        return new Stored(link, row.getBytes("hash"), payload.map(text -> Link.digest(salt, text)));
    }

    private record Stored(Link link, byte[] hash, Optional<byte[]> recomputedPayload) {

        Optional<String> fault(int expected, byte[] previous) {
            if (link.number() != expected) {
                return Optional.of("Entry %d is missing".formatted(expected));
            }
            if (!Arrays.equals(link.previous(), previous)) {
                return Optional.of("Entry %d is not linked to the one before it".formatted(expected));
            }
            if (!Arrays.equals(link.hash(), hash)) {
                return Optional.of("Entry %d was changed".formatted(expected));
            }
            return recomputedPayload
                    .filter(digest -> !Arrays.equals(digest, link.payloadDigest()))
                    .map(digest -> "The payload of entry %d was changed".formatted(expected));
        }
    }
}
