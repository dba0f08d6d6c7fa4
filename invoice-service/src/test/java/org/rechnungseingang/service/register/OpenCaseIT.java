package org.rechnungseingang.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Verification;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;

@WithTwoTowns
class OpenCaseIT {

    private static final String TOWN = "anstadt";

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private OpenCase openCase;

    @Autowired
    private Verification verification;

    @Test
    void journalsOneReadingOfAPageThatIsAskedForAgainAndAgain() {
        Receipt receipt = aCase();
        Person auditor = anAuditor();

        IntStream.range(0, 10).forEach(poll -> open(receipt, auditor, "overview"));

        assertThat(readings(receipt)).isOne();
    }

    @Test
    void journalsOneReadingOfTwoTabsAtOnce() throws Exception {
        Receipt receipt = aCase();
        Person auditor = anAuditor();
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            List<? extends Future<?>> opened = IntStream.range(0, 8)
                    .mapToObj(tab -> tabs.submit(() -> open(receipt, auditor, "overview")))
                    .toList();
            for (Future<?> tab : opened) {
                tab.get();
            }
        } finally {
            tabs.shutdownNow();
        }

        assertThat(readings(receipt)).isOne();
        assertThat(towns.in(TOWN, () -> verification.of(receipt.caseId()))).isEmpty();
    }

    @Test
    void journalsEachPartAndEachAuditor() {
        Receipt receipt = aCase();
        Person auditor = anAuditor();

        open(receipt, auditor, "overview");
        open(receipt, auditor, "original");
        open(receipt, anAuditor(), "overview");
        open(receipt, auditor, "overview");

        assertThat(readings(receipt)).isEqualTo(3);
    }

    // An hour is not waited for: the first reading is made an hour older.
    @Test
    void journalsANewReadingAfterAnHour() {
        Receipt receipt = aCase();
        Person auditor = anAuditor();
        open(receipt, auditor, "overview");
        makeOlder(receipt, Duration.ofMinutes(59));
        open(receipt, auditor, "overview");
        assertThat(readings(receipt)).isOne();

        makeOlder(receipt, Duration.ofMinutes(2));
        open(receipt, auditor, "overview");

        assertThat(readings(receipt)).isEqualTo(2);
    }

    @Test
    void journalsANewReadingWhenSomethingHasHappenedMeanwhile() {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        Receipt receipt = towns.receive(TOWN, bytes);
        towns.awaitChecked(TOWN, receipt.caseId());
        Person auditor = anAuditor();
        open(receipt, auditor, "overview");

        towns.receive(TOWN, bytes);
        open(receipt, auditor, "overview");

        assertThat(readings(receipt)).isEqualTo(2);
    }

    @Test
    void journalsNoReadingOfWhoeverWorksOnTheCase() {
        Receipt receipt = aCase();

        open(receipt, somebody(Role.TREASURER), "overview");

        assertThat(readings(receipt)).isZero();
    }

    private void open(Receipt receipt, Person person, String what) {
        assertThat(towns.in(TOWN, () -> openCase.open(receipt.receiptNumber(), person, what)))
                .isPresent();
    }

    private Receipt aCase() {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        return receipt;
    }

    private long readings(Receipt receipt) {
        return behind.count(
                "journal_entry where kind = 'CaseRead' and case_id = ?",
                receipt.caseId().value());
    }

    private void makeOlder(Receipt receipt, Duration by) {
        behind.changePastAllConstraints(
                "update journal_entry set at = at - make_interval(secs => ?) where kind = 'CaseRead' and case_id = ?",
                (double) by.toSeconds(),
                receipt.caseId().value());
    }

    private Person anAuditor() {
        return somebody(Role.AUDITOR);
    }

    private Person somebody(Role role) {
        return new Person(
                towns.town(TOWN), Optional.of(UUID.randomUUID()), "Elif Schneider", Set.of(role), Optional.empty());
    }
}
