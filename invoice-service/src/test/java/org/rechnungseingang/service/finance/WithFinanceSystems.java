package org.rechnungseingang.service.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Anstadt has a finance system in a process of its own, Beistadt one that reads and writes files, Zustadt has none. */
final class WithFinanceSystems implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Beistadt's directory. */
    static final Path FILES = directory("files");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "rechnungseingang.finance.anstadt.rest.url=" + Partner.INSTANCE.address(),
                        "rechnungseingang.finance.anstadt.rest.token=" + Partner.TOKEN,
                        "rechnungseingang.finance.anstadt.rest.connect-timeout=1s",
                        "rechnungseingang.finance.anstadt.rest.read-timeout=1s",
                        "rechnungseingang.finance.anstadt.poll=100ms",
                        "rechnungseingang.finance.beistadt.files.directory=" + FILES,
                        "rechnungseingang.finance.beistadt.poll=100ms",
                        "rechnungseingang.tenants.zustadt.name=Zustadt",
                        "rechnungseingang.tenants.zustadt.receipt-prefix=ZUS",
                        "rechnungseingang.people.zustadt.accounts.treasurer.name=Nele Winter",
                        "rechnungseingang.people.zustadt.accounts.treasurer.password=zustadt-for-tests",
                        "rechnungseingang.people.zustadt.accounts.treasurer.roles=TREASURER",
                        "rechnungseingang.people.zustadt.accounts.administrator.name=Olaf Sommer",
                        "rechnungseingang.people.zustadt.accounts.administrator.password=zustadt-for-tests",
                        "rechnungseingang.people.zustadt.accounts.administrator.roles=ADMINISTRATOR",
                        "rechnungseingang.work.retries.attempts=25",
                        "rechnungseingang.work.retries.first=100ms",
                        "rechnungseingang.work.retries.longest=500ms")
                .applyTo(context);
    }

    static Path directory(String name) {
        try {
            Path directory =
                    Path.of(System.getProperty("basedir", "."), "target", "finance", name + "-" + UUID.randomUUID());
            return Files.createDirectories(directory).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
