/** The REST interface for programs, as the contract {@code openapi/v1.yaml} describes it. */
@NullMarked
package org.rechnungseingang.service.portal.api;

import org.jspecify.annotations.NullMarked;
