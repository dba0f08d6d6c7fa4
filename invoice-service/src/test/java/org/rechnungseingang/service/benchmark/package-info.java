/** Benchmarks, run by hand: what they print is compared within one run, never with a number from another machine. */
@NullMarked
package org.rechnungseingang.service.benchmark;

import org.jspecify.annotations.NullMarked;
