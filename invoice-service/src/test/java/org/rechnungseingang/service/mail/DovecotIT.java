package org.rechnungseingang.service.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rechnungseingang.service.town.WithTwoTowns;

@WithTwoTowns
@EnabledIf(
        value = "org.rechnungseingang.service.mail.DovecotServer#isInstalled",
        disabledReason = "Dovecot is not installed (Debian: dovecot-imapd)")
class DovecotIT extends MailContract {

    @Override
    TestMailbox newMailbox() {
        return DovecotServer.newMailbox();
    }

    // GreenMail does not offer it.
    @Test
    void connectsByStartTls() {
        byStartTls();
    }
}
