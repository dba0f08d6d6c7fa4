/** The finance system, held against its contract. */
@NullMarked
package org.rechnungseingang.samples.finance;

import org.jspecify.annotations.NullMarked;
