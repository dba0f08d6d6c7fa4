package org.rechnungseingang.samples.peppol;

import com.helger.phase4.ebms3header.Ebms3Error;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An error of the other access point (ebMS 3.0 Core) as text: code, severity, short description, detail. */
final class EbmsError {

    private EbmsError() {}

    static String line(Ebms3Error error) {
        return Stream.of(
                        Optional.ofNullable(error.getErrorCode()),
                        Optional.ofNullable(error.getSeverity()),
                        Optional.ofNullable(error.getShortDescription()),
                        Optional.ofNullable(error.getErrorDetail()).map(detail -> "- " + detail))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
