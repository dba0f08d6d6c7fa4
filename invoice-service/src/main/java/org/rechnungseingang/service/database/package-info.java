/** The way to PostgreSQL: a server of one's own or the operator's, with one login for migrations and one for the service. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.rechnungseingang.service.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
