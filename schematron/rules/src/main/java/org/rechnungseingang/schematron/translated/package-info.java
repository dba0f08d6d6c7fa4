/** The values of rules that were translated into code: exactly what Saxon would compute, or a refusal to say. */
@NullMarked
package org.rechnungseingang.schematron.translated;

import org.jspecify.annotations.NullMarked;
