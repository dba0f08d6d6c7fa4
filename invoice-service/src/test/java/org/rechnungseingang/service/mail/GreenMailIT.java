package org.rechnungseingang.service.mail;

import org.rechnungseingang.service.town.WithTwoTowns;

@WithTwoTowns
class GreenMailIT extends MailContract {

    @Override
    TestMailbox newMailbox() {
        return GreenMailServer.newMailbox();
    }
}
