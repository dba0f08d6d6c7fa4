package org.rechnungseingang.service.nodes;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rechnungseingang.service.way.Partners;

/** Where the mail server matters, with Debian's Exim and Dovecot. */
@EnabledIf(
        value = "org.rechnungseingang.service.mail.DebianMail#isInstalled",
        disabledReason = "Exim or Dovecot is not installed (Debian: exim4-daemon-light, dovecot-imapd)")
class WholeWayCrashOnDebianIT extends WholeWayCrashContract {

    @Override
    Stream<WayPoint> points() {
        return Stream.of(WayPoint.MAIL_STORED, WayPoint.MAIL_FLAGGED, WayPoint.MAIL_MOVED);
    }

    @Override
    Partners startPartners(Path directory) {
        return Partners.startOnDebian(directory);
    }
}
