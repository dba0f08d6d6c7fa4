package org.rechnungseingang.service.way;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.rechnungseingang.service.approval.CertifyInvoice;
import org.rechnungseingang.service.approval.Decision;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.OrderPayment;
import org.rechnungseingang.service.approval.Seen;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.intake.InvoiceCase;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Journal;
import org.rechnungseingang.service.journal.Verification;
import org.rechnungseingang.service.people.Offices;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.TenantId;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the town at their desks, and what they find there. */
public class TownHall {

    /** An invoice's way without any disturbance, as its journal tells it. */
    public static final List<String> WAY = List.of(
            "InvoiceReceived",
            "InvoiceChecked",
            "InvoiceAssigned",
            "InvoiceCertified",
            "InvoiceOrdered",
            "PaymentOrderAccepted",
            "InvoicePosted",
            "InvoicePaid");

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final Tenants tenants;
    private final CurrentTenant current;
    private final Offices offices;
    private final InvoiceCases cases;
    private final CertifyInvoice certify;
    private final OrderPayment order;
    private final Journal journal;
    private final Verification verification;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TownHall(
            Tenants tenants,
            CurrentTenant current,
            Offices offices,
            InvoiceCases cases,
            CertifyInvoice certify,
            OrderPayment order,
            Journal journal,
            Verification verification,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.tenants = tenants;
        this.current = current;
        this.offices = offices;
        this.cases = cases;
        this.certify = certify;
        this.order = order;
        this.journal = journal;
        this.verification = verification;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public <T> T in(Supplier<T> work) {
        return current.within(town(), work);
    }

    private TenantId town() {
        return tenants.ofKey(Partners.TOWN).orElseThrow().id();
    }

    public Person person(String login) {
        return row("select * from account where login = ?", login, (row, number) -> {
            Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                    .map(Role::valueOf)
                    .collect(Collectors.toSet());
            return new Person(
                    town(),
                    Optional.of(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    roles,
                    Optional.ofNullable(row.getObject("office", UUID.class)).flatMap(offices::find));
        });
    }

    private <T> T row(String query, Object parameter, RowMapper<T> mapper) {
        return in(() -> transaction.execute(
                status -> jdbc.sql(query).param(parameter).query(mapper).single()));
    }

    /** The cases that a file has opened: one, or none yet. */
    public List<InvoiceCase> of(byte[] file) {
        return in(() -> transaction.execute(status -> jdbc
                .sql("select id from invoice_case where original = ?")
                .param(Sha256.of(file).hex())
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .map(cases::get)
                .toList()));
    }

    /** The cases that wait for a decision. */
    public List<InvoiceCase> assigned() {
        return in(() -> transaction.execute(status -> jdbc
                .sql("select id from invoice_case where station = 'ASSIGNED' and mark = 'OPEN' order by received_at")
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .map(cases::get)
                .toList()));
    }

    /** The case of the file as soon as it stands there. */
    public InvoiceCase await(byte[] file, Station station, Mark mark) {
        awaitThat(() -> of(file).stream().anyMatch(found -> found.station() == station && found.mark() == mark));
        return of(file).get(0);
    }

    public static void awaitThat(Callable<Boolean> condition) {
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    /** Certifies grounds and sums of the case as it is now. */
    public Decision certify(Person person, InvoiceCase assigned) {
        return in(() -> certify.certify(
                person, assigned.receiptNumber(), Seen.of(cases.get(assigned.id())), Set.of(Subject.values())));
    }

    /** Orders the payment of the case as it is now. */
    public Decision order(Person person, InvoiceCase certified) {
        return in(() ->
                order.order(person, certified.receiptNumber(), Seen.of(cases.get(certified.id())), Optional.empty()));
    }

    /** What happened to the case, in order. */
    public List<String> history(InvoiceCase of) {
        return in(() -> journal.of(of.id())).stream().map(Entry::kind).toList();
    }

    /** What is wrong with the chain of its history, if anything. */
    public Optional<String> fault(InvoiceCase of) {
        return in(() -> verification.of(of.id()));
    }
}
