package org.rechnungseingang.service.portal.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The addresses of the interface; whatever begins with {@link #ROOT} is answered in its manner. */
final class Paths {

    static final String ROOT = "/api/";
    static final String INVOICES = "/api/v1/invoices";
    static final String CHECK = "/api/v1/check";
    static final String CONTRACT = "/api/v1/openapi.yaml";

    private Paths() {}

    /** Whether the answer is ours to give; also when the container has given up on a request and asks for an error page. */
    static boolean covers(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null
                ? request.getServletPath().startsWith(ROOT)
                : failed.toString().startsWith(request.getContextPath() + ROOT);
    }
}
