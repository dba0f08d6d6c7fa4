/** Proves who may do what: every role against every address and every object. */
@NullMarked
package org.rechnungseingang.service.access;

import org.jspecify.annotations.NullMarked;
