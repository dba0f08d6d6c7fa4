package org.rechnungseingang.service.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rechnungseingang.service.approval.Signatories.PAYABLE;
import static org.rechnungseingang.service.approval.Signatories.TOWN;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.approval.Decision.Refused;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Random people with random powers decide at random, four at a time, about invoices that several of them have in hand, while
 * powers are withdrawn: whatever they do, no payment order is there that the law forbids. What is lawful is said once more
 * here, in SQL of its own. {@code -Dsequences=10000} does it as often.
 */
@WithTwoTowns
class RandomDecisionsIT {

    private static final Logger LOG = LoggerFactory.getLogger(RandomDecisionsIT.class);

    private static final int SEQUENCES = Integer.getInteger("sequences", 300);
    private static final int STEPS = 8;
    private static final int PEOPLE = 24;
    private static final int AT_ONCE = 4;
    /** So many cases are in several hands at a time. */
    private static final int IN_HAND = 6;

    private static final String UNLAWFUL = """
            payment_order o
            join power p on (p.tenant, p.id) = (o.tenant, o.power)
            left join certification g on (g.tenant, g.case_id, g.round, g.subject) = (o.tenant, o.case_id, o.round, 'GROUNDS')
            left join certification s on (s.tenant, s.case_id, s.round, s.subject) = (o.tenant, o.case_id, o.round, 'SUMS')
            left join power pg on (pg.tenant, pg.id) = (g.tenant, g.power)
            left join power ps on (ps.tenant, ps.id) = (s.tenant, s.power)
            left join lateral (select office from assignment a where (a.tenant, a.case_id) = (o.tenant, o.case_id)
              order by a.number desc limit 1) a on true
            where o.case_id = any(?) and not coalesce(
              o.ordered_by <> g.certified_by and o.ordered_by <> s.certified_by
              and g.document = o.document and s.document = o.document
              and g.certified_at <= o.ordered_at and s.certified_at <= o.ordered_at
              and p.account = o.ordered_by and p.kind = 'ORDER'
              and pg.account = g.certified_by and pg.kind = 'CERTIFY'
              and ps.account = s.certified_by and ps.kind = 'CERTIFY'
              and (o.ordered_at at time zone 'Europe/Berlin')::date between p.valid_from and coalesce(p.valid_to, 'infinity')
              and (g.certified_at at time zone 'Europe/Berlin')::date between pg.valid_from and coalesce(pg.valid_to, 'infinity')
              and (s.certified_at at time zone 'Europe/Berlin')::date between ps.valid_from and coalesce(ps.valid_to, 'infinity')
              and o.ordered_at <= coalesce(p.withdrawn_at, 'infinity')
              and g.certified_at <= coalesce(pg.withdrawn_at, 'infinity')
              and s.certified_at <= coalesce(ps.withdrawn_at, 'infinity')
              and least(p.limit_cents, pg.limit_cents, ps.limit_cents, o.payable_cents) = o.payable_cents
              and coalesce(p.office, a.office) = a.office and coalesce(pg.office, a.office) = a.office
              and coalesce(ps.office, a.office) = a.office, false)""";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final Map<String, LongAdder> came = new ConcurrentHashMap<>();
    private final List<Person> all = new ArrayList<>();

    private Signatories people;

    @Autowired
    private CertifyInvoice certify;

    @Autowired
    private OrderPayment order;

    @Autowired
    private RefuseInvoice refuse;

    @Autowired
    private SendBack sendBack;

    @Autowired
    private AskSupplier ask;

    @Autowired
    private SettleQuery settle;

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @BeforeEach
    void gather(@Autowired AutowireCapableBeanFactory beans) {
        people = beans.createBean(Signatories.class);
        IntStream.range(0, PEOPLE).forEach(i -> all.add(somebody()));
    }

    @Test
    void neverLeadToAnOrderThatTheLawForbids() throws Exception {
        LOG.info("{} sequences of random decisions, -Dseed={}", SEQUENCES, seed);
        List<Receipt> cases = IntStream.range(0, SEQUENCES)
                .mapToObj(i ->
                        towns.receive(TOWN, anInvoice().to(Signatories.BAUAMT).bytes()))
                .toList();
        cases.forEach(receipt -> towns.awaitChecked(TOWN, receipt.caseId()));

        decideAtRandom(cases);

        LOG.info("What came of them: {}", came);
        UUID[] ids = ids(cases);
        assertThat(behind.count(UNLAWFUL, (Object) ids)).isZero();
        assertThat(orderedBy())
                .allSatisfy(account -> assertThat(all)
                        .filteredOn(person -> person.account().equals(Optional.of(account)))
                        .allMatch(person -> person.roles().contains(Role.BUDGET_HOLDER)));
        assertThat(behind.count(
                        "payment p where p.case_id = any(?) and not exists (select from payment_order o where"
                                + " (o.tenant, o.case_id, o.round) = (p.tenant, p.case_id, p.round))",
                        (Object) ids))
                .isZero();
        assertThat(behind.count(
                        "invoice_case c where c.id = any(?) and c.mark = 'REFUSED' and exists (select from"
                                + " payment_order o where (o.tenant, o.case_id, o.round) = (c.tenant, c.id, c.round))",
                        (Object) ids))
                .isZero();
        assertThat(came)
                .containsKeys("Done order", "Done certify", "SAME_PERSON", "NO_POWER", "POWER_EXPIRED", "OVER_LIMIT")
                .containsKeys("OTHER_OFFICE", "STALE", "NOT_CERTIFIED", "ALREADY_CERTIFIED", "WRONG_STATION");
    }

    /** That nothing unlawful is found means something only if it would be found. */
    @Test
    void areJudgedByAQueryThatFindsWhatIsUnlawful() throws Exception {
        Receipt receipt = people.assigned();
        people.certify(people.certifier(), receipt);
        Person budgetHolder = people.budgetHolder();
        people.order(budgetHolder, receipt);
        UUID id = receipt.caseId().value();
        assertThat(behind.count(UNLAWFUL, (Object) new UUID[] {id})).isZero();

        for (String change : List.of(
                "update payment_order set ordered_at = '2019-12-31T12:00:00Z' where case_id = ?",
                "update power set limit_cents = " + (PAYABLE - 1)
                        + " where id = (select power from payment_order where case_id = ?)",
                "update power set withdrawn_at = '2021-01-01' where id = (select power from payment_order where case_id = ?)",
                "delete from certification where subject = 'SUMS' and case_id = ?")) {
            behind.changePastAllConstraints(change, id);
            assertThat(behind.count(UNLAWFUL, (Object) new UUID[] {id}))
                    .as(change)
                    .isEqualTo(1);
        }
        behind.changePastAllConstraints("delete from payment_order where case_id = ?", id);
    }

    private void decideAtRandom(List<Receipt> cases) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                List<Receipt> inHand = cases.subList(i, Math.min(cases.size(), i + IN_HAND));
                long ofItsOwn = chance.nextLong();
                running.add(threads.submit(() -> towns.in(TOWN, () -> sequence(inHand, new Random(ofItsOwn)))));
            }
            for (Future<?> one : running) {
                one.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Some steps about cases in several hands; what was seen may be of a while ago. */
    private int sequence(List<Receipt> inHand, Random random) {
        Receipt receipt = inHand.get(random.nextInt(inHand.size()));
        Seen seen = people.seen(receipt);
        Person person = anybody(random);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(4) > 0) {
                seen = people.seen(receipt);
            }
            // Some go on with what they have just decided, also where another one should.
            if (random.nextInt(3) > 0) {
                person = anybody(random);
            }
            decide(person, receipt.receiptNumber(), seen, random);
        }
        return STEPS;
    }

    private Person anybody(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private void decide(Person person, ReceiptNumber number, Seen seen, Random random) {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> note("certify", certify.certify(person, number, seen, EnumSet.allOf(Subject.class)));
            case 3 -> note("certify", certify.certify(person, number, seen, Set.of(Subject.GROUNDS)));
            case 4 -> note("certify", certify.certify(person, number, seen, Set.of(Subject.SUMS)));
            case 5, 6, 7, 8 -> note("order", order.order(person, number, seen, Optional.empty()));
            case 9 -> note("send back", sendBack.sendBack(person, number, seen, "Noch einmal"));
            case 10 -> note("ask", ask.ask(person, number, seen, "Wann war das?"));
            case 11 -> note("settle", settle.settle(person, number, seen, "Am Montag"));
            case 12 -> {
                if (random.nextInt(5) == 0) {
                    note("refuse", refuse.refuse(person, number, seen, "Nicht bestellt"));
                }
            }
            default -> withdrawOrGive(person, random);
        }
    }

    private void note(String what, Decision decision) {
        String outcome = decision instanceof Refused refused ? refused.reason().name() : "Done " + what;
        came.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    // As an administrator does it: the one that is withdrawn is held first, so that the time is true.
    private void withdrawOrGive(Person person, Random random) {
        if (random.nextBoolean()) {
            behind.withdrawAPower(person.account().orElseThrow());
        } else {
            givePower(person, random);
        }
    }

    private Person somebody() {
        List<Role> roles = List.of(Role.CLERK, Role.BUDGET_HOLDER, Role.TREASURER, Role.AUDITOR);
        Role[] some = roles.stream().filter(role -> chance.nextInt(3) > 0).toArray(Role[]::new);
        Person person = people.person(chance.nextInt(4) > 0 ? "bauamt" : "sozialamt", some);
        IntStream.range(0, chance.nextInt(4)).forEach(i -> givePower(person, chance));
        return person;
    }

    private void givePower(Person person, Random random) {
        // Nobody has the same power twice at a time.
        Terms terms = Terms.unlimited().from(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_000)));
        terms = switch (random.nextInt(5)) {
            case 0 -> terms.upTo(PAYABLE);
            case 1 -> terms.upTo(PAYABLE - 1);
            default -> terms;
        };
        terms = switch (random.nextInt(4)) {
            case 0 -> terms;
            case 1 -> terms.in("sozialamt");
            default -> terms.in("bauamt");
        };
        LocalDate today = LocalDate.now();
        terms = switch (random.nextInt(6)) {
            case 0 -> terms.until(today.minusDays(2));
            case 1 -> terms.from(today.plusDays(2 + random.nextInt(1_000)));
            default -> terms;
        };
        people.power(person, random.nextBoolean() ? PowerKind.CERTIFY : PowerKind.ORDER, terms);
    }

    private static UUID[] ids(List<Receipt> cases) {
        return cases.stream().map(receipt -> receipt.caseId().value()).toArray(UUID[]::new);
    }

    private List<UUID> orderedBy() {
        return behind.sql()
                .sql("select distinct ordered_by from payment_order where ordered_by = any(?)")
                .param(all.stream()
                        .map(person -> person.account().orElseThrow())
                        .toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
