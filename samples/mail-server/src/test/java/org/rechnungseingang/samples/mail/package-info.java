/** The mail server, and what it can and cannot. */
@NullMarked
package org.rechnungseingang.samples.mail;

import org.jspecify.annotations.NullMarked;
