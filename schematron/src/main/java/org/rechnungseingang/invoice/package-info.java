/** An invoice in the words of EN 16931, whichever syntax it came in. */
@NullMarked
package org.rechnungseingang.invoice;

import org.jspecify.annotations.NullMarked;
