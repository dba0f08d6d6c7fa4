/** How others are asked over HTTP: within a time, only so much of an answer, and nobody else than was meant. */
@NullMarked
package org.rechnungseingang.service.peppol.http;

import org.jspecify.annotations.NullMarked;
