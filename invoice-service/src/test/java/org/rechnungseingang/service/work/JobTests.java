package org.rechnungseingang.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.TenantId;

class JobTests {

    @Test
    void isReadBackFromItsKey() {
        Job job = new Job(
                "check", new TenantId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), 3, "MST-2026-0000042-61");
        assertThat(Job.ofKey(job.key())).isEqualTo(job);
    }
}
