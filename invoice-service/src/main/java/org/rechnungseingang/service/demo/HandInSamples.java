package org.rechnungseingang.service.demo;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rechnungseingang.service.demo.SupplierProgram.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sends most samples as mails, hands in some as a supplier's program and sends some over Peppol, beside the running service.
 * At the next start what has come by mail or Peppol is not sent again, and the program gets the receipt numbers that it has.
 */
@Component
@Profile("demo")
class HandInSamples {

    private static final Logger log = LoggerFactory.getLogger(HandInSamples.class);

    private final DemoProperties properties;
    private final SupplierMails mails;
    private final SupplierMessages messages;
    private final Environment environment;
    private final Thread thread = new Thread(this::handIn, "demo-samples");

    HandInSamples(DemoProperties properties, SupplierMails mails, SupplierMessages messages, Environment environment) {
        this.properties = properties;
        this.mails = mails;
        this.messages = messages;
        this.environment = environment;
        thread.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.folder().isPresent()) {
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void handIn() {
        Path folder = properties.folder().orElseThrow();
        List<Path> files = Samples.ofProgram(folder);
        if (files.isEmpty()) {
            log.warn(
                    "Keine Beispielrechnungen in {}\nNo sample invoices in {}",
                    folder.toAbsolutePath(),
                    folder.toAbsolutePath());
            return;
        }
        try {
            int sent = mails.send(folder, Samples.notOfMails());
            log.info("Beispiele als E-Mail verschickt: {}\nSamples sent by mail: {}", sent, sent);
            tell(handIn(files));
            int delivered = messages.send(service(), folder);
            log.info("Beispiele über Peppol verschickt: {}\nSamples sent over Peppol: {}", delivered, delivered);
        } catch (MessagingException e) {
            log.warn("Beispiele nicht verschickt / samples not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Result, Integer> handIn(List<Path> files) throws InterruptedException {
        SupplierProgram program = new SupplierProgram(service(), token());
        Map<Result, Integer> results = new EnumMap<>(Result.class);
        for (Path file : files) {
            results.merge(handIn(program, file), 1, Integer::sum);
        }
        return results;
    }

    private static Result handIn(SupplierProgram program, Path file) throws InterruptedException {
        try {
            return program.handIn(file);
        } catch (IOException e) {
            log.warn("Beispiel nicht übergeben / sample not handed in: {}", file, e);
            return Result.REFUSED;
        }
    }

    private URI service() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    private String token() {
        return environment.getRequiredProperty("rechnungseingang.tenants." + properties.town() + ".api-token");
    }

    private static void tell(Map<Result, Integer> results) {
        int fresh = results.getOrDefault(Result.NEW, 0);
        int known = results.getOrDefault(Result.KNOWN, 0);
        int refused = results.getOrDefault(Result.REFUSED, 0);
        log.info(
                "Beispiele vom Programm übergeben: {} neu, {} schon bekannt, {} nicht angenommen\n"
                        + "Samples handed in by the program: {} new, {} known already, {} not taken",
                fresh,
                known,
                refused,
                fresh,
                known,
                refused);
    }
}
