package org.rechnungseingang.service.access;

import static org.rechnungseingang.service.access.Endpoint.Side.API;
import static org.rechnungseingang.service.access.Endpoint.Side.OPERATION;
import static org.rechnungseingang.service.access.Endpoint.Side.SCREEN;
import static org.rechnungseingang.service.access.Who.Right.BE_SIGNED_IN;
import static org.rechnungseingang.service.access.Who.Right.CALL;
import static org.rechnungseingang.service.access.Who.Right.DECIDE;
import static org.rechnungseingang.service.access.Who.Right.HAND_IN;
import static org.rechnungseingang.service.access.Who.Right.MEND;
import static org.rechnungseingang.service.access.Who.Right.OPERATE;
import static org.rechnungseingang.service.access.Who.Right.SEE;
import static org.rechnungseingang.service.access.Who.Right.SEE_HISTORY;
import static org.rechnungseingang.service.access.Who.Right.TRIAGE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint of the service: what is expected of each, and which ones there are. */
final class Endpoints {

    static final List<Endpoint> EXPECTED = List.of(
            Endpoint.of("GET /", SCREEN, BE_SIGNED_IN),
            Endpoint.open("GET /login", SCREEN),
            Endpoint.open("GET /pages/imprint", SCREEN),
            Endpoint.open("GET /pages/privacy", SCREEN),
            Endpoint.open("GET /pages/accessibility", SCREEN),
            Endpoint.of("GET /invoices", SCREEN, SEE),
            Endpoint.of("GET /invoices/search", SCREEN, SEE),
            Endpoint.of("GET /invoices/{receiptNumber}", SCREEN, SEE).at("/invoices/#"),
            Endpoint.of("GET /invoices/{receiptNumber}/original", SCREEN, SEE).at("/invoices/#/original"),
            Endpoint.of("GET /invoices/{receiptNumber}/attachments/{position}", SCREEN, SEE)
                    .at("/invoices/#/attachments/0"),
            Endpoint.of("GET /invoices/{receiptNumber}/documents/{number}", SCREEN, SEE_HISTORY)
                    .at("/invoices/#/documents/1"),
            Endpoint.of("GET /invoices/{receiptNumber}/messages/{id}", SCREEN, SEE_HISTORY)
                    .at("/invoices/#/messages/" + Endpoint.NO_ID),
            Endpoint.open("GET /status/{receiptNumber}/{secret}", SCREEN).at("/status/#/" + Endpoint.NO_ID),
            Endpoint.of("GET /invoices/{receiptNumber}/decide/{act}", SCREEN, DECIDE)
                    .at("/invoices/#/decide/refuse"),
            Endpoint.of("POST /invoices/{receiptNumber}/decide/{act}", SCREEN, DECIDE)
                    .at("/invoices/#/decide/refuse"),
            Endpoint.of("GET /triage", SCREEN, TRIAGE),
            Endpoint.of("GET /upload", SCREEN, HAND_IN),
            Endpoint.of("POST /upload", SCREEN, HAND_IN),
            Endpoint.of("GET /dead-letters", SCREEN, MEND),
            Endpoint.of("POST /dead-letters/{id}/again", SCREEN, MEND).at("/dead-letters/" + Endpoint.NO_ID + "/again"),
            Endpoint.of("POST /dead-letters/mails/{id}/settled", SCREEN, MEND)
                    .at("/dead-letters/mails/" + Endpoint.NO_ID + "/settled"),
            Endpoint.of("POST /dead-letters/feedback/{id}/settled", SCREEN, MEND)
                    .at("/dead-letters/feedback/" + Endpoint.NO_ID + "/settled"),
            Endpoint.of("GET /dead-letters/refusals/{id}", SCREEN, MEND).at("/dead-letters/refusals/" + Endpoint.NO_ID),
            Endpoint.open("GET /api/v1/openapi.yaml", API),
            Endpoint.of("POST /api/v1/check", API, CALL),
            Endpoint.of("POST /api/v1/invoices", API, CALL),
            Endpoint.of("GET /api/v1/invoices/{receiptNumber}", API, CALL).at("/api/v1/invoices/#"),
            Endpoint.of("GET /actuator", OPERATION, OPERATE),
            Endpoint.of("GET /actuator/health", OPERATION, OPERATE),
            Endpoint.of("GET /actuator/health/**", OPERATION, OPERATE).at("/actuator/health/work"),
            Endpoint.open("GET /actuator/health/liveness", OPERATION),
            Endpoint.open("GET /actuator/health/readiness", OPERATION),
            Endpoint.of("GET /actuator/info", OPERATION, OPERATE),
            Endpoint.of("GET /actuator/metrics", OPERATION, OPERATE),
            Endpoint.of("GET /actuator/metrics/{requiredMetricName}", OPERATION, OPERATE)
                    .at("/actuator/metrics/jvm.memory.used"),
            Endpoint.of("GET /actuator/prometheus", OPERATION, OPERATE));

    /** What is not there, below and beside what is. Beside the screens everything is denied: no person may call by token. */
    static final List<Endpoint> NOWHERE = List.of(
            Endpoint.of("GET /nothing", SCREEN, CALL),
            Endpoint.of("GET /invoices/", SCREEN, SEE),
            Endpoint.of("GET /api", API, CALL),
            Endpoint.of("GET /api/v1/nothing", API, CALL),
            Endpoint.of("GET /actuator/env", OPERATION, OPERATE),
            Endpoint.of("GET /actuator/heapdump", OPERATION, OPERATE));

    private Endpoints() {}

    /** The endpoints as Spring has mapped them, method and pattern; the error page apart, which only the server asks for. */
    static Set<String> mapped(ApplicationContext service) {
        Set<String> names = new TreeSet<>();
        service.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> names.addAll(names(info))));
        names.removeIf(name -> name.endsWith(" /error"));
        return names;
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> names = new TreeSet<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            methods.forEach(method -> names.add(method + " " + pattern));
            if (methods.isEmpty()) {
                names.add("ANY " + pattern);
            }
        }
        return names;
    }
}
