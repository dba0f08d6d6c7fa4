package org.rechnungseingang.service.journal;

import java.time.Instant;

/**
 * One line of a case's history (Laufzettel).
 *
 * @param caseId the case
 * @param number counts from 1 within the case, without gaps
 * @param kind what happened, the event's name
 * @param at when, to the microsecond
 * @param by who did it
 * @param payload the facts as canonical JSON (RFC 8785); empty once it has been deleted at the end of retention
 * @param hash SHA-256 over all of this and the hash before it, hexadecimal
 */
public record Entry(CaseId caseId, int number, String kind, Instant at, String by, String payload, String hash) {}
