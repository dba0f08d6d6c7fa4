package org.rechnungseingang.service.peppol.smp;

import java.net.URI;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

/** Who publishes what a participant receives. */
public interface Publishers {

    /**
     * The address of his service metadata publisher, below which his resources are.
     *
     * @throws LookupFailed if he has none, or it cannot be found out
     */
    URI of(Identifier participant);
}
