package org.rechnungseingang.service.intake;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts files that came with an invoice beside its case. The same bytes are put there once, whatever their name. */
@Component
public class JoinDocuments {

    private final Originals originals;
    private final JdbcClient jdbc;
    private final CurrentTenant tenant;
    private final ApplicationEventPublisher events;

    JoinDocuments(Originals originals, JdbcClient jdbc, CurrentTenant tenant, ApplicationEventPublisher events) {
        this.originals = originals;
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.events = events;
    }

    /**
     * A file to be put beside a case.
     *
     * @param fileName the name that its sender gave it, for people to read only; never a path
     * @param type its media type, told by its content
     * @param bytes what arrived, unchanged
     */
    public record Attached(String fileName, String type, byte[] bytes) {

        public Attached {
            String harmless = FileNames.harmless(fileName);
            fileName = harmless.isBlank() ? "?" : harmless;
        }
    }

    /**
     * Keeps the files and puts them beside the case; those that are there already stay as they are.
     *
     * @return the numbers of those that are new there
     */
    @Transactional
    public List<Integer> join(CaseId caseId, Actor by, List<Attached> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        // Two mails at once would take the same numbers. Both point to the case already, and may go on doing so.
        jdbc.sql("select id from invoice_case where tenant = ? and id = ? for no key update")
                .params(tenant.required().value(), caseId.value())
                .query()
                .singleRow();
        List<Added> added =
                files.stream().flatMap(file -> join(caseId, file).stream()).toList();
        if (!added.isEmpty()) {
            events.publishEvent(new DocumentsJoined(
                    caseId, by, added.stream().map(Added::joined).toList()));
        }
        return added.stream().map(Added::number).toList();
    }

    private Optional<Added> join(CaseId caseId, Attached file) {
        Sha256 original = originals.keep(file.bytes());
        return jdbc.sql("""
                        insert into supporting_document (tenant, case_id, number, original, file_name, type)
                        select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ? from supporting_document where tenant = ? and case_id = ?
                        on conflict (tenant, case_id, original) do nothing
                        returning number""")
                .params(tenant.required().value(), caseId.value(), original.hex())
                .params(file.fileName(), file.type())
                .params(tenant.required().value(), caseId.value())
                .query(Integer.class)
                .optional()
                .map(number -> new Added(number, new DocumentsJoined.Joined(file.fileName(), original)));
    }

    private record Added(int number, DocumentsJoined.Joined joined) {}
}
