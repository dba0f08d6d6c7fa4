package org.rechnungseingang.service.intake;

import java.util.List;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with invoices and are none themselves. */
@Repository
public class SupportingDocuments {

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    SupportingDocuments(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    /**
     * One file.
     *
     * @param number counts from 1 within its case, and never changes
     * @param fileName as its sender named it
     * @param type its media type, told by its content
     * @param original its bytes in the archive
     */
    public record SupportingDocument(int number, String fileName, String type, Sha256 original) {}

    /** The files beside this case, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<SupportingDocument> of(CaseId caseId) {
        return jdbc.sql("select * from supporting_document where tenant = ? and case_id = ? order by number")
                .params(tenant.required().value(), caseId.value())
                .query((row, number) -> new SupportingDocument(
                        row.getInt("number"),
                        row.getString("file_name"),
                        row.getString("type"),
                        new Sha256(row.getString("original"))))
                .list();
    }
}
