/** Tells whether a document is a correct invoice, and what is wrong with it. */
@NullMarked
package org.rechnungseingang.schematron;

import org.jspecify.annotations.NullMarked;
