/** Where is it, what was it? One row a case, written in the stage's transaction, and the search over it. */
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "journal",
            "people",
            "work",
            "intake",
            "validation",
            "routing",
            "approval",
            "approval::clocks",
            "finance"
        })
@NullMarked
package org.rechnungseingang.service.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
