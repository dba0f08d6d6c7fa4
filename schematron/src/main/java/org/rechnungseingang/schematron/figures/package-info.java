/** What a finding means with the figures of the very invoice; the entry is {@link org.rechnungseingang.schematron.figures.Computed}. */
@NullMarked
package org.rechnungseingang.schematron.figures;

import org.jspecify.annotations.NullMarked;
