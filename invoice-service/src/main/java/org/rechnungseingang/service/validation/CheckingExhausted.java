package org.rechnungseingang.service.validation;

import org.jspecify.annotations.Nullable;
import org.rechnungseingang.service.work.Costly;

/** A check ran out of time or memory, or took its process or the engine down: it may do so again and again. */
final class CheckingExhausted extends CheckingFailed implements Costly {

    private static final long serialVersionUID = 1;

    CheckingExhausted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
