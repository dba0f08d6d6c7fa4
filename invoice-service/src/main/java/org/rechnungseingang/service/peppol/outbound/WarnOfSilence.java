package org.rechnungseingang.service.peppol.outbound;

import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start that an access point tells nobody anything: Peppol Network Policy 1.0.0, MLS-1, wants it to. */
@Component
class WarnOfSilence {

    private static final Logger log = LoggerFactory.getLogger(WarnOfSilence.class);

    private final boolean silent;

    WarnOfSilence(ObjectProvider<OwnKeys> keys, ObjectProvider<Lookup> lookup) {
        this.silent =
                keys.stream().findAny().isPresent() && lookup.stream().findAny().isEmpty();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (silent) {
            log.warn("""
                    Peppol: Rückmeldungen werden nicht gesendet; ab 31. März 2027 sind sie Pflicht (rechnungseingang.access-point.outbound).
                    Peppol: no status messages are sent; they are mandatory from 31 March 2027 (rechnungseingang.access-point.outbound).""");
        }
    }
}
