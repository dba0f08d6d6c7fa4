package org.rechnungseingang.samples.finance;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code finance-system.yaml}. */
final class Contract {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract load() {
        try (InputStream file = Contract.class.getResourceAsStream("/finance-system.yaml")) {
            return new Contract(YAMLMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example of an order. */
    ObjectNode order() {
        return (ObjectNode) requestBody().get("example").deepCopy();
    }

    List<String> faultsOfOrder(String json) {
        return faults(requestBody().get("schema"), json);
    }

    /** What an answer says against it; nothing if it keeps to it. */
    List<String> faults(String method, String path, int status, String type, String body) {
        JsonNode response = document.at("/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status));
        JsonNode found = response.has("$ref")
                ? document.at(response.get("$ref").asString().substring(1))
                : response;
        JsonNode schema = found.path("content").path(type).path("schema");
        return schema.isMissingNode()
                ? List.of("the contract knows no " + status + " " + type + " for " + method + " " + path)
                : faults(schema, body);
    }

    private JsonNode requestBody() {
        return document.at("/paths/~1payment-orders/post/requestBody/content/application~1json");
    }

    private List<String> faults(JsonNode schema, String json) {
        ObjectNode whole = YAMLMapper.shared().createObjectNode();
        whole.set("components", document.get("components"));
        whole.putArray("allOf").add(schema);
        return REGISTRY
                .getSchema(whole)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
