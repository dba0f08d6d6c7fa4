/** Who, and may he? Accounts, roles, the signed-in person, and the one place that authorises. */
@ApplicationModule(allowedDependencies = {"tenant", "journal"})
@NullMarked
package org.rechnungseingang.service.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
