package org.rechnungseingang.service.peppol.outbound;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.work.DeadLetter;
import org.rechnungseingang.service.work.DeadLetters;

/** What the access point has said in the town that receives over Peppol. */
public class Said {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final Towns towns;
    private final OutboundMessages messages;
    private final DeadLetters letters;

    Said(Towns towns, OutboundMessages messages, DeadLetters letters) {
        this.towns = towns;
        this.messages = messages;
        this.letters = letters;
    }

    /** All that is said about a case. */
    List<OutboundMessage> about(CaseId caseId) {
        return within(() -> messages.of(caseId));
    }

    /** What is said about a case, once all of it has arrived. */
    List<OutboundMessage> arrived(CaseId caseId) {
        await().atMost(LONG_ENOUGH)
                .until(() -> !about(caseId).isEmpty()
                        && about(caseId).stream()
                                .allMatch(message -> message.delivery().isPresent()));
        return about(caseId);
    }

    /** The dead letter about a case, once there is one. */
    DeadLetter deadLetter(CaseId caseId) {
        await().atMost(LONG_ENOUGH).until(() -> !letters(caseId).isEmpty());
        return letters(caseId).get(0);
    }

    private List<DeadLetter> letters(CaseId caseId) {
        return within(letters::waiting).stream()
                .filter(letter -> letter.job().caseId().equals(caseId))
                .toList();
    }

    void sendAgain(DeadLetter letter) {
        within(() -> letters.sendAgain(letter.id(), Actor.program("test")));
    }

    private <T> T within(Supplier<T> work) {
        return towns.in("anstadt", work);
    }
}
