package org.rechnungseingang.service.validation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.ExtractionFailed;
import org.rechnungseingang.document.ExtractionNotStarted;
import org.rechnungseingang.schematron.Verdict;

/**
 * A document could not be checked for a reason that may lie with this machine. Says nothing about the document, so there
 * is no verdict; a later attempt may come to one.
 */
public class CheckingFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    CheckingFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Does the check and tells the machine's faults in it from all others. */
    static <T> T telling(Supplier<T> check) {
        try {
            return check.get();
        } catch (ExtractionNotStarted e) {
            throw new CheckingFailed("The PDF could not be opened: " + e.getMessage(), e);
        } catch (ExtractionFailed e) {
            throw new CheckingExhausted("The PDF could not be opened: " + e.getMessage(), e);
        } catch (VirtualMachineError e) {
            throw new CheckingExhausted("There was not enough memory for the check", e);
        }
    }

    static CheckingFailed because(Verdict.Failed failed) {
        return new CheckingExhausted(failed.english(), failed.cause().orElse(null));
    }
}
