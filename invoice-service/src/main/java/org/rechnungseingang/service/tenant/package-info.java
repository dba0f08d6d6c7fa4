/** For which town? Tenants, how one is known, and the tenant of a transaction. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rechnungseingang.service.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
