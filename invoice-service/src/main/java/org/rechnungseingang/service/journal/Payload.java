package org.rechnungseingang.service.journal;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns an event into the canonical JSON that the journal keeps. */
@Component
class Payload {

    private final JsonMapper mapper;

    Payload(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String of(Recorded event) {
        return Link.canonical(mapper.writeValueAsString(event));
    }
}
