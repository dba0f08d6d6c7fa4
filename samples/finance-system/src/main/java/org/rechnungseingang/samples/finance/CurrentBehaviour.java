package org.rechnungseingang.samples.finance;

/** How the finance system behaves at the moment, for all threads. */
final class CurrentBehaviour {

    private volatile Behaviour now;

    CurrentBehaviour(Behaviour first) {
        this.now = first;
    }

    Behaviour get() {
        return now;
    }

    void set(Behaviour other) {
        now = other;
    }
}
