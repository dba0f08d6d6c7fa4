package org.rechnungseingang.service.register;

import java.util.List;
import java.util.Optional;

/**
 * A page of the register, newest first.
 *
 * @param entries the page's cases
 * @param next where the next page begins; empty on the last one
 */
public record Page(List<RegisterEntry> entries, Optional<Query.Position> next) {}
