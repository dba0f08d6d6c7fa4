package org.rechnungseingang.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.invoice.Money;
import org.rechnungseingang.service.approval.clocks.DefaultInterest;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.journal.Actor;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;
import org.rechnungseingang.service.validation.InvoiceChecked;
import org.rechnungseingang.service.validation.InvoiceHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the register says of a case on a day; every test has an office of its own, which sees its cases only. */
@WithTwoTowns
class RegisterIT {

    private static final String TOWN = "anstadt";

    /**
     * A Sunday and a Wednesday: by § 193 BGB the first discount ends on Monday the 16th, and the bank has to be told on Friday
     * the 13th; for the second one on Tuesday the 24th.
     */
    private static final List<InvoiceHeader.Discount> TWO_TIERS =
            List.of(discount(LocalDate.of(2026, 11, 15), "30.00"), discount(LocalDate.of(2026, 11, 25), "20.00"));

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Register register;

    @Autowired
    private RegisterUpkeep upkeep;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DefaultInterest interest;

    @Autowired
    private CurrentTenant tenant;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper mapper;

    private String routingId = "";

    @BeforeEach
    void anOfficeOfItsOwn() {
        routingId = UUID.randomUUID().toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-07, 2026-11-15, 0, 0",
        "2026-11-08, 2026-11-15, 1, 3000",
        "2026-11-13, 2026-11-15, 1, 3000",
        "2026-11-14, 2026-11-25, 0, 0",
        "2026-11-18, 2026-11-25, 0, 0",
        "2026-11-19, 2026-11-25, 1, 2000",
        "2026-11-24, 2026-11-25, 1, 2000",
        "2026-11-25, , 0, 0"
    })
    void showsAndCountsTheFirstDiscountThatMoneyCanBeInTimeFor(LocalDate day, LocalDate until, long soon, long cents) {
        Receipt receipt = enter("380", "1000.00", TWO_TIERS);

        assertThat(entry(receipt).discountOn(day).map(RegisterEntry.Discount::until))
                .isEqualTo(Optional.ofNullable(until));
        assertThat(figuresOn(day).discountSoon()).isEqualTo(soon);
        assertThat(figuresOn(day).discountSoonCents()).isEqualTo(cents);
    }

    // Who is late by the calendar of a town hall: 21 November 2026 is a Saturday.
    @ParameterizedTest
    @CsvSource({"2026-11-21, 0", "2026-11-23, 0", "2026-11-24, 1"})
    void countsAsOverdueWhatShouldHaveBeenPaidOnAWorkingDay(LocalDate day, long overdue) {
        enter("380", "1000.00", List.of(), LocalDate.of(2026, 11, 21));

        assertThat(figuresOn(day).overdue()).isEqualTo(overdue);
    }

    @ParameterizedTest
    @CsvSource({"381, 1000.00", "380, -1000.00"})
    void leavesCreditNotesOutOfWhatHasToBePaid(String type, String due) {
        LocalDate day = LocalDate.of(2026, 11, 12);
        Receipt receipt = enter(type, due, TWO_TIERS, LocalDate.of(2026, 11, 2));

        assertThat(entry(receipt).creditNote()).isTrue();
        assertThat(entry(receipt).discountOn(day)).isEmpty();
        assertThat(entry(receipt).payBy()).isEmpty();
        assertThat(figuresOn(day)).isEqualTo(new Figures(1, 0, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-12, 0, 2026-11-13",
        "2026-11-13, 1000, 2026-11-13",
        "2026-11-14, 0, 2026-11-24",
        "2026-11-24, 2000, 2026-11-24",
        "2026-11-25, 0, 2026-12-30"
    })
    void reckonsEachDayWhatIsLostUntilTheNext(LocalDate day, long cents, LocalDate actBy) {
        Receipt receipt = enter("380", "1000.00", TWO_TIERS);

        reckonOn(day);

        assertThat(entry(receipt).stake()).isEqualTo(new Stake(cents, actBy));
        assertThat(figuresOn(day).atStake()).isEqualTo(cents == 0 ? 0 : 1);
        assertThat(figuresOn(day).atStakeCents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"381, 1000.00", "380, -1000.00", "380, 0.00"})
    void stakesNothingWhereNothingIsOwed(String type, String due) {
        Receipt receipt = enter(type, due, TWO_TIERS);

        reckonOn(LocalDate.of(2026, 11, 13));

        assertThat(entry(receipt).stake()).isEqualTo(Stake.NONE);
    }

    /** What waits for the finance system is out of people's hands; what has come back is in them again. */
    @ParameterizedTest
    @CsvSource({"ORDERED, OPEN, 0", "POSTED, OPEN, 0", "ORDERED, ON_HOLD, 1000", "ASSIGNED, QUERY, 1000"})
    void stakesWhatWaitsForPeople(String station, String mark, long cents) {
        Receipt receipt = enter("380", "1000.00", TWO_TIERS);
        behind.changePastAllConstraints(
                "update register_entry set station = '" + station + "', mark = '" + mark + "' where case_id = ?",
                receipt.caseId().value());

        reckonOn(LocalDate.of(2026, 11, 13));

        assertThat(entry(receipt).stake().cents()).isEqualTo(cents);
    }

    @Test
    void listsFirstWhereMostIsLostAndThenWhatIsSoonest() {
        String later = enter("380", "1000.00", List.of()).receiptNumber().text();
        String most = enter("380", "1000.00", TWO_TIERS).receiptNumber().text();
        String sooner = enter("380", "1000.00", List.of(), LocalDate.of(2026, 11, 30))
                .receiptNumber()
                .text();
        reckonOn(LocalDate.of(2026, 11, 13));

        assertThat(open(Optional.empty())).containsExactly(most, sooner, later);
        assertThat(open(Optional.of(new Query.ByStake(1_000, LocalDate.of(2026, 11, 13), most))))
                .containsExactly(sooner, later);
        assertThat(open(Optional.of(new Query.ByStake(0, LocalDate.of(2026, 11, 27), sooner))))
                .containsExactly(later);
    }

    @Test
    void keepsAllDiscountsAndTheTypeAsTheInvoiceHasThem() {
        Receipt receipt = enter("384", "1000.00", TWO_TIERS);

        assertThat(entry(receipt).discounts())
                .containsExactly(
                        new RegisterEntry.Discount(LocalDate.of(2026, 11, 15), 3_000),
                        new RegisterEntry.Discount(LocalDate.of(2026, 11, 25), 2_000));
        assertThat(row(receipt)).contains("\"type_code\": \"384\"");
    }

    @Test
    void leavesOutADiscountOfAFractionOfACent() {
        Receipt receipt =
                enter("380", "1000.00", List.of(discount(LocalDate.of(2026, 11, 15), "1.001"), TWO_TIERS.get(1)));

        assertThat(entry(receipt).discounts())
                .containsExactly(new RegisterEntry.Discount(LocalDate.of(2026, 11, 25), 2_000));
    }

    @Test
    void canBeWrittenAnewFromTheJournal() {
        Receipt receipt = enter("380", "1000.00", TWO_TIERS);
        String before = row(receipt);
        behind.changePastAllConstraints("""
                update register_entry set discount_days = '{}', discount_cents = '{}', type_code = null,
                  credit_note = true, due_date = null, payable_cents = null, seller = null where case_id = ?""", receipt.caseId().value());
        assertThat(row(receipt)).isNotEqualTo(before);

        InvoiceChecked again = checked(receipt, headerInJournal(receipt));
        inTransaction(() -> upkeep.check(again));

        assertThat(row(receipt)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-", "x - y z", "Mustermann x", "x Mustermann Schule Bau Amt Stadt Haus Weg Hof Nirgendwo"})
    void looksForNoSingleLetterAndForEightWords(String text) {
        Receipt receipt = enter("380", "1000.00", List.of());
        boolean words = text.contains("Mustermann");

        assertThat(query(text).hasNoWord()).isEqualTo(!words);
        assertThat(found(text).contains(receipt.receiptNumber().text())).isEqualTo(words);
    }

    @Test
    void findsANumberOfOneSignAsAWhole() {
        Receipt one = enter("380", "1000.00", List.of(), LocalDate.of(2026, 12, 1), "7");
        enter("380", "1000.00", List.of(), LocalDate.of(2026, 12, 1), "71");

        assertThat(found("7")).containsExactly(one.receiptNumber().text());
    }

    @Test
    void findsANumberOfSeveralSingleSignsByItsBeginning() {
        Receipt one = enter("380", "1000.00", List.of(), LocalDate.of(2026, 12, 1), "R/2-6/1");

        assertThat(found("R 2 6")).containsExactly(one.receiptNumber().text());
    }

    private Receipt enter(String type, String due, List<InvoiceHeader.Discount> discounts) {
        return enter(type, due, discounts, LocalDate.of(2026, 12, 31));
    }

    private Receipt enter(String type, String due, List<InvoiceHeader.Discount> discounts, LocalDate dueDate) {
        return enter(type, due, discounts, dueDate, "RE-" + routingId);
    }

    private Receipt enter(
            String type, String due, List<InvoiceHeader.Discount> discounts, LocalDate dueDate, String number) {
        Receipt receipt = towns.receive(TOWN);
        towns.awaitChecked(TOWN, receipt.caseId());
        InvoiceHeader header = new InvoiceHeader(
                "XRechnung 3.0 UBL",
                Optional.of("Mustermann Schule Bau Amt Stadt Haus Weg Hof"),
                Optional.of(number),
                Optional.of(type),
                Optional.of(LocalDate.of(2026, 11, 5)),
                Optional.of(dueDate),
                discounts,
                Optional.of(Money.of(new BigDecimal(due), "EUR")),
                Optional.of(routingId),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
        inTransaction(() -> events.publishEvent(checked(receipt, header)));
        return receipt;
    }

    private static InvoiceChecked checked(Receipt receipt, InvoiceHeader header) {
        return new InvoiceChecked(
                receipt.caseId(),
                Actor.service("check"),
                1,
                Optional.empty(),
                CheckOutcome.REJECT,
                DecisionLevel.QUERY,
                Mark.OPEN,
                Optional.empty(),
                List.of(),
                0,
                0,
                Optional.of(header));
    }

    private InvoiceHeader headerInJournal(Receipt receipt) {
        List<Entry> history = towns.in(TOWN, () -> journal.of(receipt.caseId()));
        return mapper.treeToValue(
                mapper.readTree(history.get(history.size() - 1).payload()).get("header"), InvoiceHeader.class);
    }

    private RegisterEntry entry(Receipt receipt) {
        return towns.in(TOWN, () -> register.find(receipt.receiptNumber(), ownOffice()))
                .orElseThrow();
    }

    private Figures figuresOn(LocalDate day) {
        // A quarter past midnight in Germany, when it is still the day before in London.
        Clock clock = Clock.fixed(Instant.parse(day.minusDays(1) + "T23:15:00Z"), ZoneOffset.UTC);
        Register then = new Register(jdbc, tenant, clock);
        return towns.in(TOWN, () -> transaction.execute(status -> then.figures(ownOffice())));
    }

    private void reckonOn(LocalDate day) {
        Clock clock = Clock.fixed(Instant.parse(day.minusDays(1) + "T23:15:00Z"), ZoneOffset.UTC);
        Stakes stakes = new Stakes(jdbc, tenant, interest, clock);
        inTransaction(() -> {
            List<UUID> last = stakes.reckonSome(List.of());
            while (!last.isEmpty()) {
                last = stakes.reckonSome(last);
            }
        });
    }

    private List<String> open(Optional<Query.Position> after) {
        Query open = Query.of(Query.View.OPEN);
        Query page = new Query(
                open.view(), open.text(), open.centsFrom(), open.centsTo(), open.issuedFrom(), open.issuedTo(), after);
        return towns.in(TOWN, () -> register.search(page, ownOffice())).entries().stream()
                .map(entry -> entry.receiptNumber().text())
                .toList();
    }

    private List<String> found(String text) {
        return towns.in(TOWN, () -> register.search(query(text), ownOffice())).entries().stream()
                .map(entry -> entry.receiptNumber().text())
                .toList();
    }

    private static Query query(String text) {
        Query all = Query.of(Query.View.ALL);
        return new Query(
                all.view(),
                Optional.of(text),
                all.centsFrom(),
                all.centsTo(),
                all.issuedFrom(),
                all.issuedTo(),
                all.after());
    }

    /** The row as it is, but for the words, which only grow. */
    private String row(Receipt receipt) {
        return behind.sql()
                .sql("select (to_jsonb(r) - 'words')::text from register_entry r where case_id = ?")
                .param(receipt.caseId().value())
                .query(String.class)
                .single();
    }

    private Visibility ownOffice() {
        return new Visibility.OfOffice(UUID.randomUUID(), Set.of(routingId), false);
    }

    private void inTransaction(Runnable work) {
        tenant.runWithin(towns.town(TOWN), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static InvoiceHeader.Discount discount(LocalDate until, String amount) {
        return new InvoiceHeader.Discount(until, Money.of(new BigDecimal(amount), "EUR"));
    }
}
