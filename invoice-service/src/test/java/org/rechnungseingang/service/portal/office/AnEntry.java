package org.rechnungseingang.service.portal.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.register.RegisterEntry;
import org.rechnungseingang.service.register.RegisterEntry.Discount;
import org.rechnungseingang.service.register.Stake;

/** A case of the register with 1 000 euro to pay until Saturday, 5 December 2026, and two discounts. */
final class AnEntry {

    /** A Sunday and a Wednesday: the bank has to be told on Friday, the 13th, and on Tuesday, the 24th. */
    private static final List<Discount> TWO_TIERS =
            List.of(new Discount(LocalDate.of(2026, 11, 15), 3_000), new Discount(LocalDate.of(2026, 11, 25), 2_000));

    private AnEntry() {}

    static RegisterEntry with(Mark mark, boolean creditNote) {
        return with(mark, creditNote, new Stake(0, LocalDate.of(2026, 11, 13)));
    }

    static RegisterEntry with(Mark mark, boolean creditNote, Stake stake) {
        return new RegisterEntry(
                new CaseId(UUID.randomUUID()),
                ReceiptNumber.of("BIG-2026-0017000-93").orElseThrow(),
                Station.CHECKED,
                mark,
                Optional.empty(),
                Channel.UPLOAD,
                Optional.empty(),
                Instant.parse("2026-11-05T10:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.of("XRechnung 3.0 UBL"),
                Optional.of("Saubermann"),
                Optional.of("RE-1"),
                creditNote,
                Optional.of(LocalDate.of(2026, 11, 5)),
                Optional.of(LocalDate.of(2026, 12, 5)),
                TWO_TIERS,
                Optional.of("EUR"),
                OptionalLong.of(100_000),
                Optional.empty(),
                Optional.empty(),
                false,
                stake);
    }
}
