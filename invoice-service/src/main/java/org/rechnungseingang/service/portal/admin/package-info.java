/** What the administrator sees: what was left lying, and sending it again. */
@NullMarked
package org.rechnungseingang.service.portal.admin;

import org.jspecify.annotations.NullMarked;
