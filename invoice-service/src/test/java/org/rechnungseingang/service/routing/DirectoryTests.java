package org.rechnungseingang.service.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.service.town.AnInvoice.anInvoice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.service.people.Office;
import org.rechnungseingang.service.routing.Destination.Found;
import org.rechnungseingang.service.routing.Destination.Unknown;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;
import org.rechnungseingang.service.town.AnInvoice;

class DirectoryTests {

    private static final Office SCHOOLS = office("Schulverwaltung", "05999001-40010-37");
    private static final Office STREETS = office("Tiefbauamt", "05999001-66010-25");

    @Test
    void findsTheOfficeOfTheRoutingId() {
        assertThat(without().of(anInvoice().to(" 05999001-66010-25 ").read(), List.of()))
                .isEqualTo(new Found(STREETS, Because.ROUTING_ID, "05999001-66010-25"));
    }

    @Test
    void asksAPersonWhereTheInvoiceWasDeliveredToAnotherRoutingId() {
        Invoice toStreets = anInvoice().to("05999001-66010-25").read();

        assertThat(without().of(toStreets, List.of("05999001-40010-37")))
                .isEqualTo(new Unknown(TriageCause.CONTRADICTED, "05999001-66010-25 / 05999001-40010-37"));
        assertThat(without().of(toStreets, List.of("05999001-40010-37", "05999001-66010-25")))
                .isEqualTo(new Found(STREETS, Because.ROUTING_ID, "05999001-66010-25"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | MISSING",
                "' '                       | MISSING",
                "Schulamt                  | WRONG_FORM",
                "05999001_40010_37         | WRONG_FORM",
                "schulamt@musterstadt.example | MAIL_ADDRESS",
                "4500012345                | ORDER_NUMBER",
                "45 0001 2345              | ORDER_NUMBER",
                "B-2026-3310               | ORDER_NUMBER",
                "b-2026 - 3310             | ORDER_NUMBER",
                "05999001-40010-36         | WRONG_CHECK_DIGITS",
                "991-33333TEST-33          | NOT_OURS",
                "05999001-10010-21         | NO_OFFICE"
            })
    void tellsTheCausesApart(String routingId, TriageCause cause) {
        assertThat(without().of(anInvoice().to(routingId).order("B-2026-3310").read(), List.of()))
                .isEqualTo(new Unknown(cause, routingId.strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_NUMBER, b-2026, B-2026-3310",
        "SELLER_ID, L-10, L-10442",
        "DEPARTMENT, schul verwaltung, Schulverwaltung"
    })
    void followsARuleWhereTheRoutingIdLeadsNowhere(RoutingField field, String begins, String value) {
        Directory directory = with(new RoutingRule(field, begins, SCHOOLS.id()));

        assertThat(directory.of(anInvoice().to("").read(), List.of()))
                .isEqualTo(new Found(SCHOOLS, field.because(), value));
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT, hh-21, <cac:ProjectReference><cbc:ID>HH-21 0815</cbc:ID></cac:ProjectReference>, HH-21 0815",
        "CONTACT, 02999, <cbc:Telephone>02999 55</cbc:Telephone>, 02999 55",
        "CONTACT, bau@, <cbc:ElectronicMail>Bau@musterstadt.example</cbc:ElectronicMail>, Bau@musterstadt.example"
    })
    void readsProjectAndContactToo(RoutingField field, String begins, String element, String value) {
        AnInvoice invoice = anInvoice().to("");
        AnInvoice named = field == RoutingField.PROJECT
                ? invoice.first("<cac:AccountingSupplierParty>", element + "<cac:AccountingSupplierParty>")
                : invoice.with("<cbc:Name>Schulverwaltung</cbc:Name>", "<cbc:Name>Amt</cbc:Name>" + element);

        assertThat(with(new RoutingRule(field, begins, STREETS.id())).of(named.read(), List.of()))
                .isEqualTo(new Found(STREETS, field.because(), value));
    }

    @Test
    void takesTheFirstRuleThatFits() {
        Directory directory = with(
                new RoutingRule(RoutingField.ORDER_NUMBER, "x-", STREETS.id()),
                new RoutingRule(RoutingField.SELLER_ID, "l-", SCHOOLS.id()),
                new RoutingRule(RoutingField.ORDER_NUMBER, "b-", STREETS.id()));

        assertThat(directory.of(anInvoice().to("").read(), List.of()))
                .isEqualTo(new Found(SCHOOLS, Because.SELLER_ID, "L-10442"));
    }

    @Test
    void letsARightRoutingIdCountMoreThanAnyRule() {
        Directory directory = with(new RoutingRule(RoutingField.ORDER_NUMBER, "b-", STREETS.id()));

        assertThat(directory.of(anInvoice().to("05999001-40010-37").read(), List.of()))
                .isEqualTo(new Found(SCHOOLS, Because.ROUTING_ID, "05999001-40010-37"));
        assertThat(directory.of(anInvoice().to("991-33333TEST-33").read(), List.of()))
                .isEqualTo(new Unknown(TriageCause.NOT_OURS, "991-33333TEST-33"));
    }

    @Test
    void asksTheRulesForAnUnknownRoutingIdOfTheTown() {
        Directory directory = with(new RoutingRule(RoutingField.ORDER_NUMBER, "b-", STREETS.id()));

        assertThat(directory.of(anInvoice().to("05999001-10010-21").read(), List.of()))
                .isEqualTo(new Found(STREETS, Because.ORDER_NUMBER, "B-2026-3310"));
    }

    @Test
    void doesNotKeepANovelFromTheFieldOfTheRoutingId() {
        Unknown unknown =
                (Unknown) without().of(anInvoice().to("x".repeat(5_000)).read(), List.of());

        assertThat(unknown.detail()).hasSize(200);
    }

    @Test
    void refusesARuleThatFitsEverything() {
        assertThatThrownBy(() -> new RoutingRule(RoutingField.CONTACT, " \u00A0", STREETS.id()))
                .hasMessageContaining("would fit everything");
    }

    private static Directory without() {
        return with();
    }

    private static Directory with(RoutingRule... rules) {
        return new Directory(List.of(SCHOOLS, STREETS), List.of(rules));
    }

    private static Office office(String name, String routingId) {
        return new Office(UUID.randomUUID(), name, Set.of(routingId), false);
    }
}
