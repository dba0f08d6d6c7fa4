package org.rechnungseingang.samples.peppol;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the certificates. */
@Command(
        name = "pki",
        mixinStandardHelpOptions = true,
        description =
                "Makes certificates in the shape of Peppol's test PKI, unless they are there and hold 30 days more.")
final class PkiCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder; it appears as a whole.")
    private Path folder = Path.of("");

    @Option(names = "--days", defaultValue = "730", description = "How long certificates and revocation lists hold.")
    private int days;

    @Option(
            names = "--crl-url",
            paramLabel = "URL",
            description = "Under which the folder's revocation lists can be read; the certificates then say so.")
    private Optional<String> revocations = Optional.empty();

    @Option(names = "--password", defaultValue = Main.PASSWORD, description = "Of the keys (${DEFAULT-VALUE}).")
    private String password = "";

    @Override
    public Integer call() throws GeneralSecurityException, IOException {
        boolean made = new PkiFolder(folder, Clock.systemUTC()).ensure(Duration.ofDays(days), password, revocations);
        System.out.println((made ? "made " : "already there: ") + folder);
        return 0;
    }
}
