/** Translates official rules, published as stylesheets, into Java when the project is built. */
@NullMarked
package org.rechnungseingang.schematron.compiler;

import org.jspecify.annotations.NullMarked;
