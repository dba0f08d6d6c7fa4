/** The whole way of an invoice, from the mailbox to the payment, with mail server and finance system in processes of their own. */
@NullMarked
package org.rechnungseingang.service.way;

import org.jspecify.annotations.NullMarked;
