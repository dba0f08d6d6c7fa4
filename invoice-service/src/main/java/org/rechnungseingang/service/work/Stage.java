package org.rechnungseingang.service.work;

/**
 * One stage of an invoice's way that is done by a job. It computes or calls outside first and then changes everything in
 * one short transaction. It may be run again for the same job at any time, and must then change nothing twice.
 */
public interface Stage {

    /** Names the stage in job queue, metrics and logs; never changes. */
    String name();

    /** Does the stage's work, with the job's tenant set; an exception makes it try again later. */
    void run(Job job);

    /**
     * Whether the case has to wait for a person when this stage has failed for good. One beside the way is an errand to
     * somebody outside, who is expected back: it is tried for days, at most once an hour.
     */
    default boolean isOnTheWay() {
        return true;
    }
}
