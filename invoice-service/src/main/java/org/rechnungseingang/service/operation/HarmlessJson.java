package org.rechnungseingang.service.operation;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Makes every text of the structured log harmless. JSON itself escapes control characters only, and whoever reads the
 * decoded text in a terminal would meet them again.
 */
final class HarmlessJson implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, Harmless::text));
    }
}
