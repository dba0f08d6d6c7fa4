package org.rechnungseingang.service.mail;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One mailbox as it is configured.
 *
 * @param host the server's name, as its certificate has it
 * @param port where it listens; by default 993, without implicit TLS 143
 * @param login the mailbox's login
 * @param password its password
 * @param tls how the line is kept secret
 * @param trust file of certificates (PEM) that the server's must go back to; by default those that Java trusts
 * @param folders which folders are used
 * @param pollInterval how often is looked where the server does not tell of new mails by itself (IDLE)
 * @param idle whether the server is asked to tell of new mails by itself
 * @param idleRenewal after how long it is asked anew: so long a mail may lie that a server has forgotten to tell of, or
 *     that a firewall has kept from being told; servers end it after 30 minutes (RFC 2177)
 * @param attempts how often a mail that fails is tried before it is set aside
 * @param retryAfter the wait after the first failure of a mail; doubles each time
 * @param lease how long a node may go on without renewing its claim to the mailbox
 * @param timeout for connecting, reading and writing
 */
record Mailbox(
        @NotBlank String host,
        Optional<Integer> port,
        @NotBlank String login,
        @NotBlank String password,
        @DefaultValue("IMPLICIT") Tls tls,
        Optional<String> trust,
        @DefaultValue Folders folders,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("true") boolean idle,
        @DefaultValue("2m") Duration idleRenewal,
        @DefaultValue("5") int attempts,
        @DefaultValue("10s") Duration retryAfter,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("30s") Duration timeout) {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(29);

    Mailbox {
        if (tls == Tls.NONE && !THIS_MACHINE.matcher(host).matches()) {
            throw new IllegalArgumentException("tls NONE is allowed on this machine only (localhost), not for " + host
                    + ": password and mails would travel in the open");
        }
        if (attempts < 1 || idleRenewal.compareTo(LONGEST_IDLE) > 0 || lease.toMillis() < 4) {
            throw new IllegalArgumentException(
                    "attempts is at least 1, idle-renewal at most 29 minutes, lease positive");
        }
    }

    /**
     * Folders, by their full names on the server; the last two are made when they are missing.
     *
     * @param inbox where mails arrive
     * @param done where they are moved to when they are taken
     * @param aside where those go that cannot be taken
     */
    record Folders(
            @DefaultValue("INBOX") String inbox,
            @DefaultValue("Verarbeitet") String done,
            @DefaultValue("Beiseite") String aside) {}

    // Spring Boot makes no Optional of a path.
    Optional<Path> trustFile() {
        return trust.map(Path::of);
    }

    int portOrDefault() {
        return port.orElse(tls.port());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return login + " at " + host + ":" + portOrDefault() + " (" + tls + ")";
    }
}
