package org.rechnungseingang.service.approval;

import org.rechnungseingang.service.people.Act;

/** What a power is for. */
public enum PowerKind {
    /** Sachliche und rechnerische Feststellung, KomHVO NRW § 31. */
    CERTIFY(Act.CERTIFY),
    /** Anordnung. */
    ORDER(Act.ORDER);

    private final Act act;

    PowerKind(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }
}
