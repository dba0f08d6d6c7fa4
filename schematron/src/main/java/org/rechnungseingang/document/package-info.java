/** Received bytes as a document: the one hardened parser, and what a PDF carries. */
@NullMarked
package org.rechnungseingang.document;

import org.jspecify.annotations.NullMarked;
