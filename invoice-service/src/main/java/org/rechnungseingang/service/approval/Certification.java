package org.rechnungseingang.service.approval;

import java.time.Instant;
import java.util.UUID;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;

/**
 * Somebody's word that one side of an invoice is right.
 *
 * @param subject what
 * @param by the account of whoever says so
 * @param power the power that was used
 * @param at when
 */
public record Certification(Subject subject, UUID by, UUID power, Instant at) {}
