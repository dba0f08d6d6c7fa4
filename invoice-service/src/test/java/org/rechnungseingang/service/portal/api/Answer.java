package org.rechnungseingang.service.portal.api;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the interface, as a partner's program sees it. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The media type without parameters. */
    String mediaType() {
        MediaType type =
                MediaType.parseMediaType(headers.firstValue("Content-Type").orElse("none/none"));
        return type.getType() + "/" + type.getSubtype();
    }

    boolean isJson() {
        return mediaType().endsWith("json");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The text at a JSON pointer; empty if there is none. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }
}
