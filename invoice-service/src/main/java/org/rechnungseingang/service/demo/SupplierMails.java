package org.rechnungseingang.service.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.rechnungseingang.samples.mail.SampleMails;
import org.rechnungseingang.samples.mail.Supplier;
import org.rechnungseingang.service.mail.Mails;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Sends samples as mails to the town. The mail server of the demo forgets its mails when it ends; what has come is not sent
 * again, and what had not come yet is.
 */
@Component
@Profile("demo")
class SupplierMails {

    private final DemoProperties properties;
    private final Partners partners;
    private final Tenants tenants;
    private final CurrentTenant tenant;
    private final Mails mails;
    private final Clock clock;

    SupplierMails(
            DemoProperties properties,
            Partners partners,
            Tenants tenants,
            CurrentTenant tenant,
            Mails mails,
            Clock clock) {
        this.properties = properties;
        this.partners = partners;
        this.tenants = tenants;
        this.tenant = tenant;
        this.mails = mails;
        this.clock = clock;
    }

    /** Sends what has not come yet, and tells how much that was. */
    int send(Path folder, Set<String> others) throws MessagingException {
        List<MimeMessage> missing = missing(folder, others);
        new Supplier("127.0.0.1", partners.smtpPort()).send(missing);
        return missing.size();
    }

    /**
     * The mails that have not come yet.
     *
     * @param others samples that come by another way
     */
    List<MimeMessage> missing(Path folder, Set<String> others) {
        List<MimeMessage> all = new SampleMails(folder, partners.address(), clock).allBut(others);
        return tenant.within(
                tenants.ofKey(properties.town()).orElseThrow().id(),
                () -> all.stream().filter(mail -> !mails.hasCome(id(mail))).toList());
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
