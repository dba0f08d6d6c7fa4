package org.rechnungseingang.service.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rechnungseingang.samples.finance.FinanceSystemProcess;
import org.rechnungseingang.samples.mail.Account;
import org.rechnungseingang.samples.mail.MailServerProcess;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * The mail server, the finance system and the suppliers' access point of the demo: programs of their own on free ports of this
 * machine, which end with this process however it ends. Where they listen, the configuration takes from {@code demo.partners.*}.
 */
final class Partners implements BeanFactoryPostProcessor, AutoCloseable {

    private static final String LISTENING = "demo.partners.";

    private final ConfigurableEnvironment environment;
    private final String address;
    private final FinanceSystemProcess finance;
    private final MailServerProcess mail;
    private final PeppolSender peppol;
    private final PeppolReceiver receiver;

    private Partners(
            ConfigurableEnvironment environment,
            String address,
            FinanceSystemProcess finance,
            MailServerProcess mail,
            PeppolSender peppol,
            PeppolReceiver receiver) {
        this.environment = environment;
        this.peppol = peppol;
        this.receiver = receiver;
        this.address = address;
        this.finance = finance;
        this.mail = mail;
    }

    /**
     * Starts them, and returns when mail server and finance system are ready.
     *
     * @throws IllegalStateException if one does not start, as when another demo runs with the same folder
     */
    static Partners start(ConfigurableEnvironment environment) {
        DemoProperties properties = Binder.get(environment).bindOrCreate("rechnungseingang.demo", DemoProperties.class);
        Path folder = properties.partners();
        PeppolSender peppol = new PeppolSender(properties.peppolSender(), folder);
        peppol.makeCertificates();
        PeppolReceiver receiver = PeppolReceiver.start(peppol, folder);
        try {
            // The finance system is the one that refuses a folder that is in use.
            FinanceSystemProcess finance =
                    FinanceSystemProcess.start(folder, financeToken(environment, properties), endWithThis());
            Account account = account(environment, properties);
            MailServerProcess mail = startMail(folder, account, finance);
            return new Partners(environment, account.address(), finance, mail, peppol, receiver);
        } catch (IllegalStateException e) {
            receiver.close();
            throw new IllegalStateException(
                    "The demo's partner programs did not start. Does another demo run with " + folder + "?", e);
        }
    }

    private static MailServerProcess startMail(Path folder, Account account, FinanceSystemProcess finance) {
        try {
            return MailServerProcess.start(folder, List.of(account), endWithThis());
        } catch (IllegalStateException e) {
            finance.close();
            throw e;
        }
    }

    private static String endWithThis() {
        return "--end-with-pid=" + ProcessHandle.current().pid();
    }

    private static Account account(Environment environment, DemoProperties properties) {
        String mailbox = "rechnungseingang.mail." + properties.town() + ".mailboxes." + properties.mailbox();
        String login = environment.getRequiredProperty(mailbox + ".login");
        return new Account(login, environment.getRequiredProperty(mailbox + ".password"), login);
    }

    /** What the finance system of the demo wants to be shown. */
    static String financeToken(Environment environment, DemoProperties properties) {
        return environment.getRequiredProperty("rechnungseingang.finance." + properties.town() + ".rest.token");
    }

    /** Puts into the environment where they listen, before anything reads it. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "partners",
                        Map.of(
                                LISTENING + "imaps-port",
                                mail.ports().imaps(),
                                LISTENING + "certificate",
                                mail.certificate().toString(),
                                LISTENING + "finance-url",
                                finance.address().toString(),
                                LISTENING + "certificates",
                                peppol.certificates().toString(),
                                LISTENING + "peppol-url",
                                receiver.await().toString())));
    }

    /** The town's address for invoices. */
    String address() {
        return address;
    }

    /** Where the mail server takes mails, on 127.0.0.1. */
    int smtpPort() {
        return mail.ports().smtp();
    }

    /** Where the finance system listens. */
    URI finance() {
        return finance.address();
    }

    /** Sends over Peppol. */
    PeppolSender peppol() {
        return peppol;
    }

    @Override
    public void close() {
        receiver.close();
        mail.close();
        finance.close();
    }
}
