package org.rechnungseingang.service.way;

import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.TestPropertySource;

/** With Debian's Exim and Dovecot. */
@WholeWayTest
@TestPropertySource(properties = WithPartners.ON_DEBIAN + "=true")
@EnabledIf(
        value = "org.rechnungseingang.service.mail.DebianMail#isInstalled",
        disabledReason = "Exim or Dovecot is not installed (Debian: exim4-daemon-light, dovecot-imapd)")
class WholeWayOnDebianIT extends WholeWayContract {}
