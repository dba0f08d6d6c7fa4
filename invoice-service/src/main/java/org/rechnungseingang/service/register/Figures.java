package org.rechnungseingang.service.register;

/**
 * The inbox in figures, of what the asking person sees.
 *
 * @param open cases that are neither paid nor refused nor merged
 * @param discountSoon open cases whose cash discount can be had for five days at most
 * @param discountSoonCents what these discounts are worth in euro cents
 * @param overdue open cases whose due date (BT-9) has passed
 * @param atStake open cases by which something is lost if they are left until tomorrow
 * @param atStakeCents what that is in euro cents
 * @param withFindings open cases with errors or notes
 * @param toDecide open cases that are on hold until a person decides, or with their office to be certified and ordered
 */
public record Figures(
        long open,
        long discountSoon,
        long discountSoonCents,
        long overdue,
        long atStake,
        long atStakeCents,
        long withFindings,
        long toDecide) {}
