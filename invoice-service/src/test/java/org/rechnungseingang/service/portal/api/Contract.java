package org.rechnungseingang.service.portal.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract, as the tests hold it against real answers. Its objects are open, so that partners bear new members; here
 * they are closed, so that a member that it does not name is a fault of ours.
 */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract load() {
        try (InputStream file = new ClassPathResource("openapi/v1.yaml").getInputStream()) {
            JsonNode document = YAMLMapper.shared().readTree(file);
            close(document.at("/components/schemas"));
            return new Contract(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, as {@code POST /api/v1/invoices}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    /** The names that a schema allows. */
    List<String> names(String pointer) {
        return document.at(pointer).values().stream().map(JsonNode::asString).toList();
    }

    /** What an answer says against the contract; nothing if it keeps to it. */
    List<String> faults(String method, String path, Answer answer) {
        JsonNode response = response(method, path, answer.status());
        if (response.isMissingNode()) {
            return List.of("the contract knows no " + answer.status() + " for " + method + " " + path);
        }
        if (method.equals("HEAD")) {
            return answer.body().length == 0 ? List.of() : List.of("an answer to HEAD has no body");
        }
        JsonNode media = response.path("content").path(answer.mediaType());
        if (media.isMissingNode()) {
            return List.of("the contract knows no " + answer.mediaType() + " there");
        }
        return answer.isJson() ? faults(media.get("schema"), answer.text()) : List.of();
    }

    /** What its own examples say against it. */
    List<String> faultsOfExamples() {
        List<String> faults = new ArrayList<>();
        for (JsonNode media : document.findValues("application/json")) {
            examples(media).forEach(example -> faults.addAll(faults(media.get("schema"), example.toString())));
        }
        for (JsonNode media : document.findValues("application/problem+json")) {
            examples(media).forEach(example -> faults.addAll(faults(media.get("schema"), example.toString())));
        }
        return faults;
    }

    long examples() {
        return Stream.concat(
                        document.findValues("application/json").stream(),
                        document.findValues("application/problem+json").stream())
                .flatMap(Contract::examples)
                .count();
    }

    private static Stream<JsonNode> examples(JsonNode media) {
        return Stream.concat(
                media.has("example") ? Stream.of(media.get("example")) : Stream.empty(),
                media.path("examples").values().stream().map(example -> example.get("value")));
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

    private JsonNode response(String method, String path, int status) {
        JsonNode item = item(path);
        JsonNode operation = item.path((method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            String name = item.isMissingNode() ? "NotFound" : "MethodNotAllowed";
            int expected = item.isMissingNode() ? 404 : 405;
            // Whoever is not known does not hear which addresses there are.
            return document.at(
                    "/components/responses/" + (status == 401 ? "Unauthorized" : status == expected ? name : "-"));
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        return response.has("$ref")
                ? document.at(response.get("$ref").asString().substring(1))
                : response;
    }

    private JsonNode item(String path) {
        PathContainer requested = PathContainer.parsePath(path);
        TreeMap<String, JsonNode> items = new TreeMap<>();
        document.get("paths").forEachEntry(items::put);
        return items.entrySet().stream()
                .filter(entry ->
                        PathPatternParser.defaultInstance.parse(entry.getKey()).matches(requested))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> document.at("/-"));
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object && !schema.has("unevaluatedProperties")) {
            object.put("unevaluatedProperties", false);
        }
        schema.values().forEach(Contract::close);
    }
}
