/** The demo town's own parts: its partner programs, and samples that come as a supplier's mails and from his program. */
@ApplicationModule(allowedDependencies = {"tenant", "database", "mail", "peppol"})
@NullMarked
package org.rechnungseingang.service.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
