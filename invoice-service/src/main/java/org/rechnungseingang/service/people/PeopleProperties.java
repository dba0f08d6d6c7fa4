package org.rechnungseingang.service.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Offices and accounts of each town: {@code rechnungseingang.people.<town>}. */
@Validated
@ConfigurationProperties("rechnungseingang")
record PeopleProperties(@DefaultValue Map<String, @Valid Town> people) {

    /** The people of one town. */
    record Town(
            @DefaultValue Map<String, @Valid OfficeEntry> offices,
            @DefaultValue Map<String, @Valid Entry> accounts) {

        static final Town EMPTY = new Town(Map.of(), Map.of());
    }

    /**
     * One office.
     *
     * @param name as people read it
     * @param routingIds the routing ids (BT-10) it answers for
     * @param takesUnclaimed whether it also sees what no office answers for
     */
    record OfficeEntry(
            @NotBlank String name,
            @DefaultValue List<String> routingIds,
            @DefaultValue("false") boolean takesUnclaimed) {}

    /**
     * One account; its key is the login.
     *
     * @param name as people read it
     * @param password at least 12 characters; best from a secret's file (config tree)
     * @param roles what the person is
     * @param office the key of the office the person works for
     */
    record Entry(
            @NotBlank String name,

            @Pattern(regexp = ".{12,200}", message = "12 to 200 characters")
            String password,

            @NotEmpty Set<Role> roles,
            Optional<String> office) {

        @Override
        public String toString() {
            return name;
        }
    }
}
