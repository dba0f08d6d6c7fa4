package org.rechnungseingang.service.work;

/**
 * A place where things wait that the service cannot settle by itself: counted for health, metrics and the administrator's
 * screens.
 */
public interface LeftLying {

    /** Its name in health and metrics. */
    String place();

    /** How many wait in the current town. */
    int count();
}
