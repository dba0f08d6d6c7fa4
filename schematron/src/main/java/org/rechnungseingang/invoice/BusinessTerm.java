package org.rechnungseingang.invoice;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The business terms (BT) and groups (BG) of EN 16931-1 and of the XRechnung Extension, with a plain name for people.
 * Labels on screens and the fields that findings point at come from here.
 */
public enum BusinessTerm {
    BG_1("Bemerkung zur Rechnung", "Invoice note"),
    BG_2("Prozesssteuerung", "Process control"),
    BG_3("Bezug auf eine frühere Rechnung", "Preceding invoice reference"),
    BG_4("Verkäufer", "Seller"),
    BG_5("Anschrift des Verkäufers", "Seller postal address"),
    BG_6("Ansprechpartner des Verkäufers", "Seller contact"),
    BG_7("Käufer", "Buyer"),
    BG_8("Anschrift des Käufers", "Buyer postal address"),
    BG_9("Ansprechpartner des Käufers", "Buyer contact"),
    BG_10("Zahlungsempfänger", "Payee"),
    BG_11("Steuervertreter des Verkäufers", "Seller tax representative party"),
    BG_12("Anschrift des Steuervertreters", "Seller tax representative postal address"),
    BG_13("Lieferung", "Delivery information"),
    BG_14("Abrechnungszeitraum", "Invoicing period"),
    BG_15("Lieferanschrift", "Deliver to address"),
    BG_16("Zahlungsanweisungen", "Payment instructions"),
    BG_17("Überweisung", "Credit transfer"),
    BG_18("Kartenzahlung", "Payment card information"),
    BG_19("Lastschrift", "Direct debit"),
    BG_20("Nachlässe auf Rechnungsebene", "Document level allowances"),
    BG_21("Zuschläge auf Rechnungsebene", "Document level charges"),
    BG_22("Gesamtbeträge", "Document totals"),
    BG_23("Umsatzsteuer nach Kategorien", "VAT breakdown"),
    BG_24("Rechnungsbegründende Unterlagen", "Additional supporting documents"),
    BG_25("Rechnungsposition", "Invoice line"),
    BG_26("Abrechnungszeitraum der Position", "Invoice line period"),
    BG_27("Nachlässe der Position", "Invoice line allowances"),
    BG_28("Zuschläge der Position", "Invoice line charges"),
    BG_29("Preis", "Price details"),
    BG_30("Umsatzsteuer der Position", "Line VAT information"),
    BG_31("Ware oder Leistung", "Item information"),
    BG_32("Eigenschaft der Ware oder Leistung", "Item attributes"),
    BT_1("Rechnungsnummer", "Invoice number"),
    BT_2("Rechnungsdatum", "Invoice issue date"),
    BT_3("Art der Rechnung (Code)", "Invoice type code"),
    BT_5("Währung der Rechnung", "Invoice currency code"),
    BT_6("Währung der Umsatzsteuer", "VAT accounting currency code"),
    BT_7("Datum der Steuerfälligkeit", "Value added tax point date"),
    BT_8("Steuerfälligkeit (Code)", "Value added tax point date code"),
    BT_9("Fälligkeitsdatum", "Payment due date"),
    BT_10("Leitweg-ID (Käuferreferenz)", "Buyer reference"),
    BT_11("Projektnummer", "Project reference"),
    BT_12("Vertragsnummer", "Contract reference"),
    BT_13("Bestellnummer", "Purchase order reference"),
    BT_14("Auftragsnummer des Verkäufers", "Sales order reference"),
    BT_15("Wareneingangsmeldung", "Receiving advice reference"),
    BT_16("Lieferschein", "Despatch advice reference"),
    BT_17("Vergabenummer oder Los", "Tender or lot reference"),
    BT_18("Kennung des Abrechnungsobjekts", "Invoiced object identifier"),
    BT_19("Kontierung des Käufers", "Buyer accounting reference"),
    BT_20("Zahlungsbedingungen (Skonto)", "Payment terms"),
    BT_21("Thema der Bemerkung (Code)", "Invoice note subject code"),
    BT_22("Bemerkung", "Invoice note"),
    BT_23("Geschäftsprozess", "Business process type"),
    BT_24("Spezifikation (Rechnungsformat)", "Specification identifier"),
    BT_25("Nummer der früheren Rechnung", "Preceding invoice reference"),
    BT_26("Datum der früheren Rechnung", "Preceding invoice issue date"),
    BT_27("Name des Verkäufers", "Seller name"),
    BT_28("Handelsname des Verkäufers", "Seller trading name"),
    BT_29("Kennung des Verkäufers (Lieferantennummer)", "Seller identifier"),
    BT_30("Registernummer des Verkäufers", "Seller legal registration identifier"),
    BT_31("Umsatzsteuer-ID des Verkäufers", "Seller VAT identifier"),
    BT_32("Steuernummer des Verkäufers", "Seller tax registration identifier"),
    BT_33("Weitere rechtliche Angaben des Verkäufers", "Seller additional legal information"),
    BT_34("Elektronische Adresse des Verkäufers", "Seller electronic address"),
    BT_35("Straße des Verkäufers", "Seller address line 1"),
    BT_36("Adresszusatz des Verkäufers", "Seller address line 2"),
    BT_37("Ort des Verkäufers", "Seller city"),
    BT_38("Postleitzahl des Verkäufers", "Seller post code"),
    BT_39("Land oder Region des Verkäufers", "Seller country subdivision"),
    BT_40("Staat des Verkäufers", "Seller country code"),
    BT_41("Ansprechpartner beim Verkäufer", "Seller contact point"),
    BT_42("Telefon des Verkäufers", "Seller contact telephone number"),
    BT_43("E-Mail des Verkäufers", "Seller contact email address"),
    BT_44("Name des Käufers", "Buyer name"),
    BT_45("Handelsname des Käufers", "Buyer trading name"),
    BT_46("Kennung des Käufers (Kundennummer)", "Buyer identifier"),
    BT_47("Registernummer des Käufers", "Buyer legal registration identifier"),
    BT_48("Umsatzsteuer-ID des Käufers", "Buyer VAT identifier"),
    BT_49("Elektronische Adresse des Käufers", "Buyer electronic address"),
    BT_50("Straße des Käufers", "Buyer address line 1"),
    BT_51("Adresszusatz des Käufers", "Buyer address line 2"),
    BT_52("Ort des Käufers", "Buyer city"),
    BT_53("Postleitzahl des Käufers", "Buyer post code"),
    BT_54("Land oder Region des Käufers", "Buyer country subdivision"),
    BT_55("Staat des Käufers", "Buyer country code"),
    BT_56("Ansprechpartner beim Käufer", "Buyer contact point"),
    BT_57("Telefon des Käufers", "Buyer contact telephone number"),
    BT_58("E-Mail des Käufers", "Buyer contact email address"),
    BT_59("Name des Zahlungsempfängers", "Payee name"),
    BT_60("Kennung des Zahlungsempfängers", "Payee identifier"),
    BT_61("Registernummer des Zahlungsempfängers", "Payee legal registration identifier"),
    BT_62("Name des Steuervertreters", "Seller tax representative name"),
    BT_63("Umsatzsteuer-ID des Steuervertreters", "Seller tax representative VAT identifier"),
    BT_64("Straße des Steuervertreters", "Tax representative address line 1"),
    BT_65("Adresszusatz des Steuervertreters", "Tax representative address line 2"),
    BT_66("Ort des Steuervertreters", "Tax representative city"),
    BT_67("Postleitzahl des Steuervertreters", "Tax representative post code"),
    BT_68("Land oder Region des Steuervertreters", "Tax representative country subdivision"),
    BT_69("Staat des Steuervertreters", "Tax representative country code"),
    BT_70("Empfänger der Lieferung", "Deliver to party name"),
    BT_71("Kennung des Lieferorts", "Deliver to location identifier"),
    BT_72("Tatsächliches Lieferdatum", "Actual delivery date"),
    BT_73("Beginn des Abrechnungszeitraums", "Invoicing period start date"),
    BT_74("Ende des Abrechnungszeitraums", "Invoicing period end date"),
    BT_75("Straße der Lieferanschrift", "Deliver to address line 1"),
    BT_76("Adresszusatz der Lieferanschrift", "Deliver to address line 2"),
    BT_77("Ort der Lieferanschrift", "Deliver to city"),
    BT_78("Postleitzahl der Lieferanschrift", "Deliver to post code"),
    BT_79("Land oder Region der Lieferanschrift", "Deliver to country subdivision"),
    BT_80("Staat der Lieferanschrift", "Deliver to country code"),
    BT_81("Zahlungsart (Code)", "Payment means type code"),
    BT_82("Zahlungsart", "Payment means text"),
    BT_83("Verwendungszweck", "Remittance information"),
    BT_84("IBAN oder Kontonummer", "Payment account identifier"),
    BT_85("Kontoinhaber", "Payment account name"),
    BT_86("BIC", "Payment service provider identifier"),
    BT_87("Kartennummer", "Payment card primary account number"),
    BT_88("Karteninhaber", "Payment card holder name"),
    BT_89("Mandatsreferenz", "Mandate reference identifier"),
    BT_90("Gläubiger-Identifikationsnummer", "Bank assigned creditor identifier"),
    BT_91("Zu belastendes Konto", "Debited account identifier"),
    BT_92("Betrag des Nachlasses", "Document level allowance amount"),
    BT_93("Grundbetrag des Nachlasses", "Document level allowance base amount"),
    BT_94("Prozentsatz des Nachlasses", "Document level allowance percentage"),
    BT_95("Umsatzsteuerkategorie des Nachlasses", "Document level allowance VAT category code"),
    BT_96("Umsatzsteuersatz des Nachlasses", "Document level allowance VAT rate"),
    BT_97("Grund des Nachlasses", "Document level allowance reason"),
    BT_98("Grund des Nachlasses (Code)", "Document level allowance reason code"),
    BT_99("Betrag des Zuschlags", "Document level charge amount"),
    BT_100("Grundbetrag des Zuschlags", "Document level charge base amount"),
    BT_101("Prozentsatz des Zuschlags", "Document level charge percentage"),
    BT_102("Umsatzsteuerkategorie des Zuschlags", "Document level charge VAT category code"),
    BT_103("Umsatzsteuersatz des Zuschlags", "Document level charge VAT rate"),
    BT_104("Grund des Zuschlags", "Document level charge reason"),
    BT_105("Grund des Zuschlags (Code)", "Document level charge reason code"),
    BT_106("Summe der Positionen (netto)", "Sum of invoice line net amount"),
    BT_107("Summe der Nachlässe", "Sum of allowances on document level"),
    BT_108("Summe der Zuschläge", "Sum of charges on document level"),
    BT_109("Gesamtbetrag ohne Umsatzsteuer", "Invoice total amount without VAT"),
    BT_110("Umsatzsteuer gesamt", "Invoice total VAT amount"),
    BT_111("Umsatzsteuer gesamt in der Währung der Umsatzsteuer", "Invoice total VAT amount in accounting currency"),
    BT_112("Gesamtbetrag mit Umsatzsteuer", "Invoice total amount with VAT"),
    BT_113("Bereits gezahlter Betrag", "Paid amount"),
    BT_114("Rundungsbetrag", "Rounding amount"),
    BT_115("Zu zahlender Betrag", "Amount due for payment"),
    BT_116("Steuerbasisbetrag", "VAT category taxable amount"),
    BT_117("Steuerbetrag", "VAT category tax amount"),
    BT_118("Umsatzsteuerkategorie", "VAT category code"),
    BT_119("Umsatzsteuersatz", "VAT category rate"),
    BT_120("Grund der Steuerbefreiung", "VAT exemption reason text"),
    BT_121("Grund der Steuerbefreiung (Code)", "VAT exemption reason code"),
    BT_122("Kennung der Unterlage", "Supporting document reference"),
    BT_123("Beschreibung der Unterlage", "Supporting document description"),
    BT_124("Verweis auf eine externe Unterlage", "External document location"),
    BT_125("Anhang", "Attached document"),
    BT_126("Positionsnummer", "Invoice line identifier"),
    BT_127("Bemerkung zur Position", "Invoice line note"),
    BT_128("Kennung des Abrechnungsobjekts der Position", "Invoice line object identifier"),
    BT_129("Menge", "Invoiced quantity"),
    BT_130("Einheit der Menge (Code)", "Invoiced quantity unit of measure code"),
    BT_131("Nettobetrag der Position", "Invoice line net amount"),
    BT_132("Bestellposition", "Referenced purchase order line reference"),
    BT_133("Kontierung der Position", "Invoice line buyer accounting reference"),
    BT_134("Beginn des Abrechnungszeitraums der Position", "Invoice line period start date"),
    BT_135("Ende des Abrechnungszeitraums der Position", "Invoice line period end date"),
    BT_136("Betrag des Nachlasses der Position", "Invoice line allowance amount"),
    BT_137("Grundbetrag des Nachlasses der Position", "Invoice line allowance base amount"),
    BT_138("Prozentsatz des Nachlasses der Position", "Invoice line allowance percentage"),
    BT_139("Grund des Nachlasses der Position", "Invoice line allowance reason"),
    BT_140("Grund des Nachlasses der Position (Code)", "Invoice line allowance reason code"),
    BT_141("Betrag des Zuschlags der Position", "Invoice line charge amount"),
    BT_142("Grundbetrag des Zuschlags der Position", "Invoice line charge base amount"),
    BT_143("Prozentsatz des Zuschlags der Position", "Invoice line charge percentage"),
    BT_144("Grund des Zuschlags der Position", "Invoice line charge reason"),
    BT_145("Grund des Zuschlags der Position (Code)", "Invoice line charge reason code"),
    BT_146("Preis je Einheit (netto)", "Item net price"),
    BT_147("Rabatt auf den Preis", "Item price discount"),
    BT_148("Preis je Einheit vor Rabatt", "Item gross price"),
    BT_149("Menge, für die der Preis gilt", "Item price base quantity"),
    BT_150("Einheit dieser Menge (Code)", "Item price base quantity unit of measure code"),
    BT_151("Umsatzsteuerkategorie der Position", "Invoiced item VAT category code"),
    BT_152("Umsatzsteuersatz der Position", "Invoiced item VAT rate"),
    BT_153("Bezeichnung der Ware oder Leistung", "Item name"),
    BT_154("Beschreibung der Ware oder Leistung", "Item description"),
    BT_155("Artikelnummer des Verkäufers", "Item seller's identifier"),
    BT_156("Artikelnummer des Käufers", "Item buyer's identifier"),
    BT_157("Standard-Artikelnummer (GTIN)", "Item standard identifier"),
    BT_158("Klassifizierung der Ware oder Leistung", "Item classification identifier"),
    BT_159("Herkunftsland", "Item country of origin"),
    BT_160("Name der Eigenschaft", "Item attribute name"),
    BT_161("Wert der Eigenschaft", "Item attribute value"),
    BT_162("Zweiter Adresszusatz des Verkäufers", "Seller address line 3"),
    BT_163("Zweiter Adresszusatz des Käufers", "Buyer address line 3"),
    BT_164("Zweiter Adresszusatz des Steuervertreters", "Tax representative address line 3"),
    BT_165("Zweiter Adresszusatz der Lieferanschrift", "Deliver to address line 3"),
    BG_DEX_01("Unterposition", "Sub invoice line"),
    BG_DEX_09("Zahlung an Dritte", "Third party payment"),
    BT_DEX_001("Art der Zahlung an Dritte", "Third party payment type"),
    BT_DEX_002("Betrag der Zahlung an Dritte", "Third party payment amount"),
    BT_DEX_003("Beschreibung der Zahlung an Dritte", "Third party payment description");

    private static final Pattern ID = Pattern.compile("\\bB[TG]-(?:DEX-)?[0-9]{1,3}\\b");
    private static final Map<String, BusinessTerm> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(BusinessTerm::id, Function.identity()));

    private final String german;
    private final String english;

    BusinessTerm(String german, String english) {
        this.german = german;
        this.english = english;
    }

    /** The number as the norm writes it, for example {@code BT-10} or {@code BG-DEX-09}. */
    public String id() {
        return name().replace('_', '-');
    }

    /** The name for German readers, in plain words. */
    public String german() {
        return german;
    }

    /** The English name of the norm. */
    public String english() {
        return english;
    }

    /** The name in the reader's language: German for German, else English. */
    public String label(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }

    /** True for a group (BG), false for a single term (BT). */
    public boolean isGroup() {
        return name().startsWith("BG");
    }

    /** The term with this number, for example {@code BT-10}. */
    public static Optional<BusinessTerm> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The terms a rule's text names, in the order of their first mention; parts such as BT-29-1 count as BT-29. */
    public static Set<BusinessTerm> mentionedIn(String text) {
        Set<BusinessTerm> found = new LinkedHashSet<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            of(matcher.group()).ifPresent(found::add);
        }
        return Collections.unmodifiableSet(found);
    }
}
