package org.rechnungseingang.service.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one mail may be.
 *
 * @param mail the largest mail as it travels; a larger one is set aside without being fetched
 */
@ConfigurationProperties("rechnungseingang.limits")
record MailLimits(@DefaultValue("20MB") DataSize mail) {

    MailLimits {
        if (mail.toBytes() < 1 || mail.toBytes() > 1L << 30) {
            throw new IllegalArgumentException("rechnungseingang.limits.mail is positive and at most 1 GB");
        }
    }
}
