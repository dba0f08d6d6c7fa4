/** Until when an invoice has to be paid so that nothing is lost, and what is lost otherwise. */
@NamedInterface("clocks")
@NullMarked
package org.rechnungseingang.service.approval.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
