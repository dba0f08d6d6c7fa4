package org.rechnungseingang.service.portal.office;

import static org.rechnungseingang.invoice.BusinessTerm.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rechnungseingang.invoice.Address;
import org.rechnungseingang.invoice.Buyer;
import org.rechnungseingang.invoice.Contact;
import org.rechnungseingang.invoice.Delivery;
import org.rechnungseingang.invoice.Identifier;
import org.rechnungseingang.invoice.Invoice;
import org.rechnungseingang.invoice.Payee;
import org.rechnungseingang.invoice.Seller;
import org.rechnungseingang.invoice.TaxRepresentative;

/** Writes who is who: addresses as on an envelope, and their parts apart only where a finding speaks of them. */
final class Parties {

    private final SheetWriter writer;

    Parties(SheetWriter writer) {
        this.writer = writer;
    }

    List<Sheet.Group> seller(Seller seller) {
        Optional<Address> address = seller.address();
        Optional<Contact> contact = seller.contact();
        return writer.group(
                writer.wording().term(BG_4),
                fields -> fields.text(BT_27, seller.name())
                        .text(BT_28, seller.tradingName())
                        .text(BG_5, address.map(Parties::written))
                        .found(BT_35, address.flatMap(Address::line1))
                        .found(BT_37, address.flatMap(Address::city))
                        .found(BT_38, address.flatMap(Address::postCode))
                        .found(BT_40, address.flatMap(Address::countryCode))
                        .text(BG_6, contact.map(Parties::written))
                        .found(BT_41, contact.flatMap(Contact::point))
                        .found(BT_42, contact.flatMap(Contact::telephone))
                        .found(BT_43, contact.flatMap(Contact::email))
                        .text(BT_31, seller.vatIdentifier())
                        .text(BT_32, seller.taxRegistration())
                        .identifier(BT_34, seller.electronicAddress()));
    }

    List<Sheet.Group> buyer(Buyer buyer, Optional<String> buyerReference) {
        Optional<Address> address = buyer.address();
        return writer.group(
                writer.wording().term(BG_7),
                fields -> fields.text(BT_44, buyer.name())
                        .text(BT_45, buyer.tradingName())
                        .text(BG_8, address.map(Parties::written))
                        .found(BT_50, address.flatMap(Address::line1))
                        .found(BT_52, address.flatMap(Address::city))
                        .found(BT_53, address.flatMap(Address::postCode))
                        .found(BT_55, address.flatMap(Address::countryCode))
                        .text(BG_9, buyer.contact().map(Parties::written))
                        .text(BT_10, buyerReference)
                        .identifier(BT_46, buyer.identifier())
                        .identifier(BT_49, buyer.electronicAddress()));
    }

    /** What the registers say of seller and buyer, for the extras. */
    List<Sheet.Group> registers(Invoice invoice) {
        Seller seller = invoice.seller();
        Buyer buyer = invoice.buyer();
        return writer.group(writer.wording().text("sheet.registers"), fields -> {
            seller.identifiers().forEach(id -> fields.identifier(BT_29, Optional.of(id)));
            fields.identifier(BT_30, seller.legalRegistration())
                    .text(BT_33, seller.legalInformation())
                    .identifier(BT_47, buyer.legalRegistration())
                    .text(BT_48, buyer.vatIdentifier());
        });
    }

    List<Sheet.Group> payee(Optional<Payee> payee) {
        return writer.group(
                writer.wording().term(BG_10),
                fields -> fields.text(BT_59, payee.flatMap(Payee::name))
                        .identifier(BT_60, payee.flatMap(Payee::identifier))
                        .identifier(BT_61, payee.flatMap(Payee::legalRegistration)));
    }

    List<Sheet.Group> taxRepresentative(Optional<TaxRepresentative> representative) {
        Optional<Address> address = representative.flatMap(TaxRepresentative::address);
        return writer.group(
                writer.wording().term(BG_11),
                fields -> fields.text(BT_62, representative.flatMap(TaxRepresentative::name))
                        .text(BT_63, representative.flatMap(TaxRepresentative::vatIdentifier))
                        .text(BG_12, address.map(Parties::written))
                        .found(BT_69, address.flatMap(Address::countryCode)));
    }

    List<Sheet.Group> delivery(Optional<Delivery> delivery) {
        Optional<Address> address = delivery.flatMap(Delivery::address);
        return writer.group(
                writer.wording().term(BG_13),
                fields -> fields.text(BT_70, delivery.flatMap(Delivery::partyName))
                        .text(BT_71, delivery.flatMap(Delivery::location).map(Identifier::toString))
                        .date(BT_72, delivery.flatMap(Delivery::actualDate))
                        .text(BG_15, address.map(Parties::written))
                        .found(BT_77, address.flatMap(Address::city))
                        .found(BT_78, address.flatMap(Address::postCode))
                        .found(BT_80, address.flatMap(Address::countryCode)));
    }

    private static String written(Address address) {
        String place = joined(" ", address.postCode(), address.city());
        return joined(
                "\n",
                address.line1(),
                address.line2(),
                address.line3(),
                Optional.of(place),
                address.subdivision(),
                address.countryCode());
    }

    private static String written(Contact contact) {
        return joined("\n", contact.point(), contact.telephone(), contact.email());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static String joined(String separator, Optional<String>... parts) {
        return Arrays.stream(parts)
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }
}
