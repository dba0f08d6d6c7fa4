package org.rechnungseingang.service.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.tenant.TenantId;

class LinkTests {

    private static final TenantId TENANT = TenantId.of("0b1d6f9e-0000-4000-8000-000000000001");
    private static final CaseId CASE = CaseId.of("0b1d6f9e-0000-4000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-22T07:14:00.123456Z");
    private static final Link LINK =
            new Link(TENANT, CASE, 1, "InvoiceReceived", AT, "Frank \"Sauer\"", new byte[32], Link.beginning());

    @Test
    void hashesTheSameTheSameWay() {
        assertThat(LINK.hash()).hasSize(32).isEqualTo(copy(LINK).hash());
    }

    @Test
    void changesItsHashWithEveryPart() {
        byte[] one = new byte[32];
        one[0] = 1;
        List<Link> changed = List.of(
                new Link(
                        new TenantId(UUID.randomUUID()),
                        CASE,
                        1,
                        LINK.kind(),
                        AT,
                        LINK.by(),
                        new byte[32],
                        new byte[32]),
                new Link(
                        TENANT,
                        new CaseId(UUID.randomUUID()),
                        1,
                        LINK.kind(),
                        AT,
                        LINK.by(),
                        new byte[32],
                        new byte[32]),
                new Link(TENANT, CASE, 2, LINK.kind(), AT, LINK.by(), new byte[32], new byte[32]),
                new Link(TENANT, CASE, 1, "InvoiceChecked", AT, LINK.by(), new byte[32], new byte[32]),
                new Link(TENANT, CASE, 1, LINK.kind(), AT.plusNanos(1_000), LINK.by(), new byte[32], new byte[32]),
                new Link(TENANT, CASE, 1, LINK.kind(), AT, "Somebody else", new byte[32], new byte[32]),
                new Link(TENANT, CASE, 1, LINK.kind(), AT, LINK.by(), one, new byte[32]),
                new Link(TENANT, CASE, 1, LINK.kind(), AT, LINK.by(), new byte[32], one));
        assertThat(changed).allSatisfy(link -> assertThat(link.hash()).isNotEqualTo(LINK.hash()));
    }

    @Test
    void digestsAPayloadWithItsSalt() {
        byte[] salt = new byte[16];
        byte[] digest = Link.digest(salt, "{}");
        salt[0] = 1;
        assertThat(Link.digest(salt, "{}")).isNotEqualTo(digest);
    }

    @Test
    void writesPayloadsCanonically() {
        assertThat(Link.canonical("{ \"b\": 1.0, \"a\": \"ü\" }")).isEqualTo("{\"a\":\"ü\",\"b\":1}");
    }

    private static Link copy(Link link) {
        return new Link(
                link.tenant(),
                link.caseId(),
                link.number(),
                link.kind(),
                link.at(),
                link.by(),
                link.payloadDigest().clone(),
                link.previous().clone());
    }
}
