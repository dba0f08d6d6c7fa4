/** The benchmark of the validator, run by hand: what it prints is compared within one run, never with another machine's. */
@NullMarked
package org.rechnungseingang.schematron.benchmark;

import org.jspecify.annotations.NullMarked;
