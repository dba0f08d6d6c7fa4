package org.rechnungseingang.service.work;

/**
 * Marks exceptions of a stage after which another attempt costs much and may well fail again, for instance because a time
 * limit has passed: such a stage is tried a few times, far apart, and then becomes a dead letter.
 */
public interface Costly {}
