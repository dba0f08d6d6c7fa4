/** The command line: checks files and says what is wrong with them. */
@NullMarked
package org.rechnungseingang.schematron.cli;

import org.jspecify.annotations.NullMarked;
