package org.rechnungseingang.service.register;

import java.time.LocalDate;

/**
 * What a case stakes.
 *
 * @param cents what is lost, in euro cents, if people leave it until tomorrow
 * @param actBy the next day by which a bank has to be told so that money arrives in time; {@link LocalDate#MAX} where nobody
 *     has to pay
 */
public record Stake(long cents, LocalDate actBy) {

    static final Stake NONE = new Stake(0, LocalDate.MAX);
}
