package org.rechnungseingang.samples.peppol;

import com.helger.peppol.sbdh.EPeppolMLSType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say from whom to whom and what; what is not said is taken from the document. */
final class Addressing {

    @Option(names = "--sender", defaultValue = "0088:4012345000009", description = "Participant (${DEFAULT-VALUE}).")
    private String sender = "";

    @Option(names = "--receiver", paramLabel = "ID", description = "Participant (0204: and BT-10 of the document).")
    private Optional<String> receiver = Optional.empty();

    @Option(names = "--document-type", paramLabel = "ID", description = "Document type (root element and BT-24).")
    private Optional<String> documentType = Optional.empty();

    @Option(names = "--process", paramLabel = "ID", description = "Process (BT-23, or billing).")
    private Optional<String> process = Optional.empty();

    @Option(names = "--country", defaultValue = "DE", description = "Of the sender (${DEFAULT-VALUE}).")
    private String country = "";

    @Option(names = "--mls-to", paramLabel = "ID", description = "Participant who wants the Message Level Status.")
    private Optional<String> statusTo = Optional.empty();

    @Option(names = "--mls-type", description = "When it is wanted: ${COMPLETION-CANDIDATES}.")
    private Optional<EPeppolMLSType> statusType = Optional.empty();

    /** @throws IllegalArgumentException if the document tells too little */
    Route route(Path file) throws IOException {
        try {
            return route(Invoice.of(Files.readAllBytes(file)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private Route route(Invoice invoice) {
        String to = receiver.or(() -> invoice.buyerReference().map("0204:"::concat))
                .orElseThrow(() -> new IllegalArgumentException("names no buyer (BT-10): --receiver is needed"));
        return new Route(
                Identifiers.participant(sender),
                Identifiers.participant(to),
                Identifiers.documentType(documentType.orElse(invoice.documentType())),
                Identifiers.process(process.orElse(invoice.process())),
                invoice.version(),
                country,
                statusTo.map(Identifiers::participant),
                statusType);
    }
}
