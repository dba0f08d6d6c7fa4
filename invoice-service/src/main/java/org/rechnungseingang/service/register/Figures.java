package org.rechnungseingang.service.register;

/**
 * The inbox in figures, of what the asking person sees.
 *
 * @param open cases that are neither paid nor refused nor merged
 * @param discountSoon open cases whose cash discount ends within five days
 * @param discountSoonCents what these discounts are worth in euro cents
 * @param overdue open cases whose due date (BT-9) has passed
 * @param withFindings open cases with errors or notes
 * @param toDecide open cases that are on hold until a person decides, or with their office to be certified and ordered
 */
public record Figures(
        long open, long discountSoon, long discountSoonCents, long overdue, long withFindings, long toDecide) {}
