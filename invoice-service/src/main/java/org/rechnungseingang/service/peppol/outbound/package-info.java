/** What this access point sends: so far the Message Level Status; documents, their delivery, and the proof of it. */
@NamedInterface
@NullMarked
package org.rechnungseingang.service.peppol.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
