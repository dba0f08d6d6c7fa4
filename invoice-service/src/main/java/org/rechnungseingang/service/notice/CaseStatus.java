package org.rechnungseingang.service.notice;

import java.util.Optional;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.validation.StoredVerdict;

/**
 * What a supplier hears of his invoice.
 *
 * @param invoice the case
 * @param verdict what the check came to, once there is a verdict
 * @param remark what was said to him: why it was refused, or what is asked
 */
public record CaseStatus(InvoiceCase invoice, Optional<StoredVerdict> verdict, Optional<String> remark) {}
