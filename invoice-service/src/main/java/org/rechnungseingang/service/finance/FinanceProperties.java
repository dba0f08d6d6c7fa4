package org.rechnungseingang.service.finance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The finance system of each town: {@code rechnungseingang.finance.<town>}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record FinanceProperties(@DefaultValue Map<String, @Valid Town> finance) {

    /**
     * One town's finance system: one of the two.
     *
     * @param rest reached over the network
     * @param files reached by files
     * @param poll how long between two questions for feedback
     */
    record Town(
            @Nullable @Valid Rest rest,
            @Nullable FileDrop files,
            @DefaultValue("5s") Duration poll) {

        Optional<Rest> overRest() {
            return Optional.ofNullable(rest);
        }

        Optional<FileDrop> overFiles() {
            return Optional.ofNullable(files);
        }
    }

    /**
     * A REST interface.
     *
     * @param url where its paths begin; https, or http on this machine
     * @param token the bearer token; best from a secret's file (config tree)
     * @param connectTimeout how long to wait for a connection
     * @param readTimeout how long to wait for an answer
     */
    record Rest(
            URI url,
            @NotBlank String token,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {

        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * A directory.
     *
     * @param directory holds orders, handed-over, feedback, done and set-aside, all on one file system
     */
    record FileDrop(Path directory) {}
}
