package org.rechnungseingang.invoice;

import java.util.Optional;

/** Where UBL keeps the parties: the same in Invoice and CreditNote. */
final class UblParties {

    private UblParties() {}

    static Seller seller(Node party) {
        return new Seller(
                party.value("cac:PartyLegalEntity/cbc:RegistrationName"), // BT-27
                party.value("cac:PartyName/cbc:Name"), // BT-28
                identifiers(party).asFar(Identifier::of), // BT-29
                party.first("cac:PartyLegalEntity/cbc:CompanyID").flatMap(Identifier::of), // BT-30
                taxId(party, true), // BT-31
                taxId(party, false), // BT-32
                party.value("cac:PartyLegalEntity/cbc:CompanyLegalForm"), // BT-33
                party.first("cbc:EndpointID").flatMap(Identifier::of), // BT-34
                party.at("cac:PostalAddress").as(UblParties::address), // BG-5
                party.at("cac:Contact").as(UblParties::contact)); // BG-6
    }

    static Buyer buyer(Node party) {
        return new Buyer(
                party.value("cac:PartyLegalEntity/cbc:RegistrationName"), // BT-44
                party.value("cac:PartyName/cbc:Name"), // BT-45
                party.first("cac:PartyIdentification/cbc:ID").flatMap(Identifier::of), // BT-46
                party.first("cac:PartyLegalEntity/cbc:CompanyID").flatMap(Identifier::of), // BT-47
                taxId(party, true), // BT-48
                party.first("cbc:EndpointID").flatMap(Identifier::of), // BT-49
                party.at("cac:PostalAddress").as(UblParties::address), // BG-8
                party.at("cac:Contact").as(UblParties::contact)); // BG-9
    }

    static Payee payee(Node party) {
        return new Payee(
                party.value("cac:PartyName/cbc:Name"), // BT-59
                identifiers(party).firstOf(Identifier::of), // BT-60
                party.first("cac:PartyLegalEntity/cbc:CompanyID").flatMap(Identifier::of)); // BT-61
    }

    static TaxRepresentative taxRepresentative(Node party) {
        return new TaxRepresentative(
                party.value("cac:PartyName/cbc:Name"), // BT-62
                taxId(party, true), // BT-63
                party.at("cac:PostalAddress").as(UblParties::address)); // BG-12
    }

    static Address address(Node address) {
        return new Address(
                address.value("cbc:StreetName"),
                address.value("cbc:AdditionalStreetName"),
                address.value("cac:AddressLine/cbc:Line"),
                address.value("cbc:CityName"),
                address.value("cbc:PostalZone"),
                address.value("cbc:CountrySubentity"),
                address.value("cac:Country/cbc:IdentificationCode"));
    }

    /** BT-90 stands among the identifiers of the payee or the seller, with the scheme SEPA. */
    static Optional<String> creditor(Node party) {
        return party.all("cac:PartyIdentification/cbc:ID")
                .where(UblParties::isCreditorId)
                .first()
                .as(id -> id.text().strip());
    }

    private static Contact contact(Node contact) {
        return new Contact(
                contact.value("cbc:Name"), contact.value("cbc:Telephone"), contact.value("cbc:ElectronicMail"));
    }

    private static Nodes identifiers(Node party) {
        return party.all("cac:PartyIdentification/cbc:ID").where(id -> !isCreditorId(id));
    }

    private static boolean isCreditorId(Node id) {
        return id.attribute("schemeID").filter("SEPA"::equals).isPresent();
    }

    /** The VAT id has the tax scheme VAT; what has another is a tax number. */
    private static Optional<String> taxId(Node party, boolean vat) {
        return party.all("cac:PartyTaxScheme")
                .where(tax -> vat
                        == tax.value("cac:TaxScheme/cbc:ID")
                                .filter("VAT"::equals)
                                .isPresent())
                .firstOf(tax -> tax.value("cbc:CompanyID"));
    }
}
