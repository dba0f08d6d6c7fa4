package org.rechnungseingang.service.people;

import java.util.Set;
import java.util.UUID;

/**
 * A part of the administration that receives invoices.
 *
 * @param id its id
 * @param name as people read it, "Hochbauamt"
 * @param routingIds the routing ids (BT-10) that it answers for
 * @param takesUnclaimed whether cases that no office answers for are its work too (the triage desk)
 */
public record Office(UUID id, String name, Set<String> routingIds, boolean takesUnclaimed) {}
