package org.rechnungseingang.service.portal.api;

/** Ends the work on a request (or on one of its files) with a problem. No stack trace: it is an answer, not a bug. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    Refusal(Fault fault) {
        super(fault.code().wireName(), null, false, false);
        this.fault = fault;
    }

    static Refusal of(ProblemCode code) {
        return new Refusal(Fault.of(code));
    }

    Fault fault() {
        return fault;
    }
}
