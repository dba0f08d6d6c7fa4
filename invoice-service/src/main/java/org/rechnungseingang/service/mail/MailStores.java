package org.rechnungseingang.service.mail;

import org.springframework.stereotype.Component;

/** What is done with a mail, and where it is noted. */
@Component
record MailStores(UnpackMail unpack, TakeMail take, Mails mails, MailTroubles troubles) {}
