package org.rechnungseingang.service.peppol.outbound;

import org.rechnungseingang.service.peppol.as4.OneLine;
import org.rechnungseingang.service.work.Hopeless;

/** A message has not arrived, or nobody knows whether it has; it is sent again for days if nothing else is said. */
class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1;

    // Parts of it come from outside.
    private NotDelivered(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }

    private NotDelivered(String message) {
        super(OneLine.of(message));
    }

    /** Nobody has said anything, or nobody was found to ask. */
    static final class Unanswered extends NotDelivered {

        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(message);
        }

        Unanswered(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The receiver does not take it now, and may later. */
    static final class PutOff extends NotDelivered {

        private static final long serialVersionUID = 1;

        PutOff(String message) {
            super(message);
        }
    }

    /** Somebody has answered who is not believed: most likely it has arrived, and should not arrive a hundred times. */
    static final class NotBelieved extends NotDelivered implements Hopeless {

        private static final long serialVersionUID = 1;

        NotBelieved(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public int attempts() {
            return 5;
        }
    }

    /** The receiver does not take it: a person has to look. */
    static final class Refused extends NotDelivered implements Hopeless {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
