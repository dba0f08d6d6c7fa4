package org.rechnungseingang.service.portal.api;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** Why a request was not served. The codes are stable: programs tell problems apart by them, never by the texts. */
enum ProblemCode {
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            new Text("Anfrage nicht lesbar", "Request not readable"),
            new Text(
                    "Die Anfrage ist nicht so aufgebaut, wie es die Schnittstellenbeschreibung verlangt, oder brach vor ihrem Ende ab.",
                    "The request is not built as the interface description asks, or broke off before its end.")),
    EMPTY_BODY(
            HttpStatus.BAD_REQUEST,
            new Text("Keine Datei", "No file"),
            new Text(
                    "Die Anfrage enthält keine Datei oder eine Datei ohne Inhalt. Bitte die Rechnung als XML oder PDF mitsenden.",
                    "The request carries no file or a file without content. Please send the invoice along as XML or PDF.")),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            new Text("Zugangsschlüssel fehlt oder ist unbekannt", "Token missing or unknown"),
            new Text(
                    "Bitte den Zugangsschlüssel der Verwaltung im Kopf „Authorization: Bearer …“ mitsenden.",
                    "Please send the administration's token in the header \"Authorization: Bearer …\".")),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            new Text("Nicht erlaubt", "Not allowed"),
            new Text(
                    "Mit dieser Anmeldung darf die Schnittstelle nicht benutzt werden.",
                    "This login may not use the interface.")),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            new Text("Nicht gefunden", "Not found"),
            new Text(
                    "Unter dieser Adresse oder Eingangsnummer ist nichts bekannt.",
                    "Nothing is known under this address or receipt number.")),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            new Text("Methode nicht vorgesehen", "Method not allowed"),
            new Text(
                    "Diese Adresse kennt die verwendete HTTP-Methode nicht; der Kopf „Allow“ nennt die möglichen.",
                    "This address does not know the HTTP method; the header \"Allow\" names those it knows.")),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            new Text("Zu groß", "Too large"),
            new Text(
                    "Die Datei oder die ganze Anfrage ist größer als erlaubt; „limit“ nennt die Grenze in Byte.",
                    "The file or the whole request is larger than allowed; \"limit\" is the bound in bytes.")),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            new Text("Verpackung nicht vorgesehen", "Packaging not supported"),
            new Text(
                    "Bitte die Datei unverpackt oder als multipart/form-data senden, ohne Content-Encoding.",
                    "Please send the file as it is or as multipart/form-data, without Content-Encoding.")),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            new Text("Zu viele große Dateien zugleich", "Too many large files at once"),
            new Text(
                    "Zurzeit werden zu viele große Dateien zugleich gesendet. Bitte nach der Zeit in „Retry-After“ wiederholen.",
                    "Too many large files are being sent at the moment. Please repeat after the time in \"Retry-After\".")),
    TOO_MANY_CHECKS(
            HttpStatus.TOO_MANY_REQUESTS,
            new Text("Zu viele Prüfungen zugleich", "Too many checks at once"),
            new Text(
                    "Zurzeit laufen zu viele Prüfungen zugleich. Bitte nach der Zeit in „Retry-After“ wiederholen.",
                    "Too many checks are running at the moment. Please repeat after the time in \"Retry-After\".")),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            new Text("Fehler im Dienst", "Fault in the service"),
            new Text(
                    "Im Dienst ist ein Fehler aufgetreten; er ist aufgezeichnet. Die Anfrage darf wiederholt werden.",
                    "A fault occurred in the service and is on record. The request may be repeated.")),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Text("Zurzeit nicht erreichbar", "Unavailable for the moment"),
            new Text(
                    "Der Dienst kann zurzeit nichts aufbewahren. Bitte nach der Zeit in „Retry-After“ wiederholen; doppelt gesendete Dateien erhalten dieselbe Eingangsnummer.",
                    "The service cannot keep anything at the moment. Please repeat after the time in \"Retry-After\"; a file sent twice gets the same receipt number.")),
    CHECK_FAILED(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Text("Prüfung nicht gelungen", "Check not successful"),
            new Text(
                    "Die Prüfung ist bei uns nicht zu Ende gekommen; das sagt nichts über die Rechnung. Bitte nach der Zeit in „Retry-After“ wiederholen.",
                    "The check did not come to its end on our side; that says nothing about the invoice. Please repeat after the time in \"Retry-After\"."));

    private final HttpStatus status;
    private final Text title;
    private final Text detail;

    ProblemCode(HttpStatus status, Text title, Text detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    Text title() {
        return title;
    }

    Text detail() {
        return detail;
    }

    String wireName() {
        return Wire.name(this);
    }

    URI type() {
        return URI.create("urn:rechnungseingang:problem:" + wireName());
    }
}
