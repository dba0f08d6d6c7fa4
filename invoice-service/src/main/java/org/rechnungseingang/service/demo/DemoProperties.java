package org.rechnungseingang.service.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param town the key of the town that it plays in
 * @param samples the folder of the samples, with {@code good} and {@code bad} in it; none when empty
 */
@ConfigurationProperties("rechnungseingang.demo")
record DemoProperties(@DefaultValue("musterstadt") String town, Optional<String> samples) {

    Optional<Path> folder() {
        return samples.filter(name -> !name.isBlank()).map(Path::of);
    }
}
