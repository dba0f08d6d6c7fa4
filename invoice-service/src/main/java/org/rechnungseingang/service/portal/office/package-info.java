/** What the offices see: the inbox, the search and the review of one invoice. */
@NullMarked
package org.rechnungseingang.service.portal.office;

import org.jspecify.annotations.NullMarked;
