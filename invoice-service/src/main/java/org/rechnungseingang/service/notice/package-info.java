/** What does the supplier hear? The status page behind a secret link. */
@ApplicationModule(
        allowedDependencies = {"tenant", "journal", "intake", "validation", "routing", "approval", "finance"})
@NullMarked
package org.rechnungseingang.service.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
