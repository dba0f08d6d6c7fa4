package org.rechnungseingang.service.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param town the key of the town that it plays in
 * @param mailbox the name of the town's mailbox in the configuration; its login is its address
 * @param samples the folder of the samples, with {@code good} and {@code bad} in it; none when empty
 * @param peppolSender the folder in which the Peppol sender was built
 * @param partners the folder of the mail server and the finance system; the latter's ledger in it stays over a restart
 */
@ConfigurationProperties("rechnungseingang.demo")
record DemoProperties(
        @DefaultValue("musterstadt") String town,
        @DefaultValue("rechnung") String mailbox,
        Optional<String> samples,
        @DefaultValue("samples/peppol-sender/target") Path peppolSender,
        @DefaultValue("data/partners") Path partners) {

    Optional<Path> folder() {
        return samples.filter(name -> !name.isBlank()).map(Path::of);
    }
}
