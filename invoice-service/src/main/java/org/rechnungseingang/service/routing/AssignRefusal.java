package org.rechnungseingang.service.routing;

/** Why a person's assignment is not done. */
public enum AssignRefusal {
    /** The person may not assign this case. */
    NOT_ALLOWED,
    /** The town has no case of this number. */
    NO_SUCH_CASE,
    /** The town has no office of this id. */
    NO_SUCH_OFFICE,
    /** The office has the case already. */
    SAME_OFFICE,
    /** The supplier is asked; his answer comes first. */
    QUERY_OPEN,
    /** The case is not, or no longer, where it can be assigned. */
    MOVED_ON
}
