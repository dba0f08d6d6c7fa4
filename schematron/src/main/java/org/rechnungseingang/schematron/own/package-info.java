/** What we look at beside the official rules: in the invoice, and between its pages and its data. */
@NullMarked
package org.rechnungseingang.schematron.own;

import org.jspecify.annotations.NullMarked;
