package org.rechnungseingang.service.nodes;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.rechnungseingang.service.way.Partners;

/** At fourteen points, and with {@code -Pthorough} at every one, with the sample mail server. */
class WholeWayCrashIT extends WholeWayCrashContract {

    /** Right beside another point, at which as much can go wrong. */
    private static final Set<WayPoint> BESIDE_ANOTHER = EnumSet.of(
            WayPoint.MAIL_FETCHED,
            WayPoint.DURING_UNPACKING,
            WayPoint.BEFORE_ASSIGNMENT,
            WayPoint.BEFORE_COMMIT_OF_CERTIFICATION,
            WayPoint.CERTIFIED,
            WayPoint.BEFORE_CALL,
            WayPoint.FEEDBACK_READ,
            WayPoint.POSTED);

    @Override
    Stream<WayPoint> points() {
        return Stream.of(WayPoint.values()).filter(point -> ROUNDS > 1 || !BESIDE_ANOTHER.contains(point));
    }

    @Override
    Partners startPartners(Path directory) {
        return Partners.start(directory);
    }
}
