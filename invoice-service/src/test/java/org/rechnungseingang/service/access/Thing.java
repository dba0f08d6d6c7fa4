package org.rechnungseingang.service.access;

/** A case by whose it is. */
enum Thing {
    /** Addressed to the building office, handed in by the supplier. */
    OF_BUILDING_OFFICE,
    /** Addressed to the social office, handed in by the other supplier. */
    OF_SOCIAL_OFFICE,
    /** Addressed to no office, handed in by a program. */
    UNCLAIMED,
    /** Of the other town. */
    OF_OTHER_TOWN,
    /** A receipt number that was never given. */
    UNKNOWN
}
