package org.rechnungseingang.invoice;

import java.util.Optional;

/** Where CII keeps the parties. */
final class CiiParties {

    private CiiParties() {}

    static Seller seller(Node party) {
        return new Seller(
                party.value("ram:Name"), // BT-27
                party.value("ram:SpecifiedLegalOrganization/ram:TradingBusinessName"), // BT-28
                identifiers(party).asFar(Identifier::of), // BT-29
                legalRegistration(party), // BT-30
                taxId(party, "VA"), // BT-31
                taxId(party, "FC"), // BT-32
                party.value("ram:Description"), // BT-33
                electronicAddress(party), // BT-34
                party.at("ram:PostalTradeAddress").as(CiiParties::address), // BG-5
                party.at("ram:DefinedTradeContact").as(CiiParties::contact)); // BG-6
    }

    static Buyer buyer(Node party) {
        return new Buyer(
                party.value("ram:Name"), // BT-44
                party.value("ram:SpecifiedLegalOrganization/ram:TradingBusinessName"), // BT-45
                identifiers(party).firstOf(Identifier::of), // BT-46
                legalRegistration(party), // BT-47
                taxId(party, "VA"), // BT-48
                electronicAddress(party), // BT-49
                party.at("ram:PostalTradeAddress").as(CiiParties::address), // BG-8
                party.at("ram:DefinedTradeContact").as(CiiParties::contact)); // BG-9
    }

    static Payee payee(Node party) {
        return new Payee(
                party.value("ram:Name"), // BT-59
                identifiers(party).firstOf(Identifier::of), // BT-60
                legalRegistration(party)); // BT-61
    }

    static TaxRepresentative taxRepresentative(Node party) {
        return new TaxRepresentative(
                party.value("ram:Name"), // BT-62
                taxId(party, "VA"), // BT-63
                party.at("ram:PostalTradeAddress").as(CiiParties::address)); // BG-12
    }

    static Address address(Node address) {
        return new Address(
                address.value("ram:LineOne"),
                address.value("ram:LineTwo"),
                address.value("ram:LineThree"),
                address.value("ram:CityName"),
                address.value("ram:PostcodeCode"),
                address.value("ram:CountrySubDivisionName"),
                address.value("ram:CountryID"));
    }

    /** Identifiers with a scheme ({@code GlobalID}) and without one. */
    static Nodes identifiers(Node party) {
        return party.all("ram:ID").and(party.all("ram:GlobalID"));
    }

    private static Contact contact(Node contact) {
        return new Contact(
                contact.value("ram:PersonName").or(() -> contact.value("ram:DepartmentName")),
                contact.value("ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
                contact.value("ram:EmailURIUniversalCommunication/ram:URIID"));
    }

    private static Optional<Identifier> legalRegistration(Node party) {
        return party.first("ram:SpecifiedLegalOrganization/ram:ID").flatMap(Identifier::of);
    }

    private static Optional<Identifier> electronicAddress(Node party) {
        return party.first("ram:URIUniversalCommunication/ram:URIID").flatMap(Identifier::of);
    }

    private static Optional<String> taxId(Node party, String scheme) {
        return party.all("ram:SpecifiedTaxRegistration/ram:ID")
                .where(id -> id.attribute("schemeID").filter(scheme::equals).isPresent())
                .firstOf(Node::value);
    }
}
