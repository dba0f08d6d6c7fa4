package org.rechnungseingang.service.portal.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Received;
import org.rechnungseingang.service.portal.Wording;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the history of a case (Laufzettel) from the journal. */
@Component
class Trail {

    /** What the entry says anyway, or what only machines read. */
    static final Set<String> NOT_SHOWN = Set.of("by", "caseId", "receiptNumber", "header", "office", "power", "first");

    /** Their reason is a matter of the machine; the others' is said by a person. */
    private static final Set<String> TECHNICAL =
            Set.of("StageGivenUp", "ErrandGivenUp", "SenderNotTold", "InvoiceChecked");

    /** Their values have words of their own: what is "in order" as an outcome is "accept" as a suggestion. */
    private static final Set<String> OF_THEIR_OWN = Set.of("stage", "decision");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z");

    private final Wording wording;
    private final Notation notation;
    private final JsonMapper mapper;

    Trail(Wording wording, Notation notation, JsonMapper mapper) {
        this.wording = wording;
        this.notation = notation;
        this.mapper = mapper;
    }

    List<ReviewPage.TrailEntry> of(List<Entry> history) {
        return history.stream().map(this::of).toList();
    }

    private ReviewPage.TrailEntry of(Entry entry) {
        return new ReviewPage.TrailEntry(
                entry.at().toString(),
                notation.second(entry.at()),
                wording.meant("event", entry.kind()),
                Received.text(wording.meant("stage", entry.by())),
                facts(entry),
                entry.hash().substring(0, Math.min(16, entry.hash().length())));
    }

    private List<ReviewPage.Fact> facts(Entry entry) {
        List<ReviewPage.Fact> facts = new ArrayList<>();
        if (!entry.payload().isEmpty()) {
            JsonNode payload = mapper.readTree(entry.payload());
            for (Map.Entry<String, JsonNode> fact : payload.properties()) {
                String value = value(fact.getKey(), fact.getValue(), payload);
                if (isShown(fact.getKey(), entry.kind()) && !value.isEmpty()) {
                    facts.add(new ReviewPage.Fact(wording.meant("fact", fact.getKey()), value));
                }
            }
        }
        return facts;
    }

    private static boolean isShown(String name, String kind) {
        return !NOT_SHOWN.contains(name) && !(name.equals("reason") && TECHNICAL.contains(kind));
    }

    private String value(String name, JsonNode value, JsonNode payload) {
        if (OF_THEIR_OWN.contains(name)) {
            return wording.meant(name, value.asString());
        }
        return name.endsWith("Cents") ? money(value, payload) : written(value);
    }

    private String money(JsonNode cents, JsonNode payload) {
        return cents.isNumber()
                ? notation.money(
                        BigDecimal.valueOf(cents.asLong(), 2),
                        payload.path("currency").asString(""))
                : "";
    }

    private String written(JsonNode value) {
        if (value.isArray()) {
            boolean ofThings = value.valueStream().anyMatch(JsonNode::isObject);
            return value.valueStream().map(this::written).collect(Collectors.joining(ofThings ? "\n" : ", "));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(part -> wording.meant("fact", part.getKey()) + ": " + written(part.getValue()))
                    .collect(Collectors.joining(" · "));
        }
        return value.isNull() ? "" : readable(value.asString());
    }

    private String readable(String text) {
        return MOMENT.matcher(text).matches()
                ? notation.second(Instant.parse(text))
                : wording.meant("value", Received.text(text));
    }
}
