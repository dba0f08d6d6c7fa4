package org.rechnungseingang.service.portal.office;

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
    private static final Set<String> NOT_SHOWN = Set.of("by", "caseId", "receiptNumber", "header", "reason");

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
                wording.meant("stage", entry.by()),
                facts(entry.payload()),
                entry.hash().substring(0, Math.min(16, entry.hash().length())));
    }

    private List<ReviewPage.Fact> facts(String payload) {
        List<ReviewPage.Fact> facts = new ArrayList<>();
        if (!payload.isEmpty()) {
            for (Map.Entry<String, JsonNode> fact : mapper.readTree(payload).properties()) {
                String value = written(fact.getValue());
                if (!NOT_SHOWN.contains(fact.getKey()) && !value.isEmpty()) {
                    facts.add(new ReviewPage.Fact(wording.meant("fact", fact.getKey()), value));
                }
            }
        }
        return facts;
    }

    private String written(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(this::written).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(part -> part.getKey() + " " + written(part.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "" : readable(value.asString());
    }

    private String readable(String text) {
        return MOMENT.matcher(text).matches()
                ? notation.second(Instant.parse(text))
                : wording.meant("value", Received.text(text));
    }
}
