package org.rechnungseingang.service.work;

/** Marks exceptions of a stage after which another attempt would end alike: it becomes a dead letter sooner than others. */
public interface Hopeless {

    /** How often the job is tried in all. */
    default int attempts() {
        return 1;
    }
}
