/** The invoice service: one folder a module, in the order that the architecture decision 0002 gives. */
@NullMarked
package org.rechnungseingang.service;

import org.jspecify.annotations.NullMarked;
