package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;

/** The addresses of the interface; whatever begins with {@link #ROOT} is answered in its manner. */
final class Paths {

    static final String ROOT = "/api/";
    static final String INVOICES = "/api/v1/invoices";
    static final String CHECK = "/api/v1/check";
    static final String CONTRACT = "/api/v1/openapi.yaml";

    private Paths() {}

    static boolean covers(HttpServletRequest request) {
        return request.getServletPath().startsWith(ROOT);
    }
}
