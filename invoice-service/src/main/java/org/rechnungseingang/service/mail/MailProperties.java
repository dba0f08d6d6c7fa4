package org.rechnungseingang.service.mail;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The mailboxes of each town: {@code rechnungseingang.mail.<town>.mailboxes.<name>}; the name never changes. */
@Validated
@ConfigurationProperties("rechnungseingang")
record MailProperties(@DefaultValue Map<String, @Valid Town> mail) {

    /** The mailboxes of one town, by name. */
    record Town(@DefaultValue Map<String, @Valid Mailbox> mailboxes) {}
}
