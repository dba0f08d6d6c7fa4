/**
 * The way to a receiver: which access point takes a document type for a participant, and whose certificate it is encrypted
 * for (Peppol SML 1.3.0, SMP 1.4.0, Policy for use of Identifiers 4.4.0).
 */
@NullMarked
package org.rechnungseingang.service.peppol.smp;

import org.jspecify.annotations.NullMarked;
