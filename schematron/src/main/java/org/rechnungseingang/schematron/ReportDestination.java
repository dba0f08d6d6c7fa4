package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.event.Receiver;
import net.sf.saxon.event.Sink;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.AbstractDestination;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.serialize.SerializationProperties;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.SchemaType;
import org.jspecify.annotations.Nullable;

/** Takes a Schematron report (SVRL) as it is written and keeps only what a finding needs. */
final class ReportDestination extends AbstractDestination {

    private final Deadline deadline;
    private final List<Evaluation.Failed> failed = new ArrayList<>();
    private int fired;

    ReportDestination(Deadline deadline) {
        this.deadline = deadline;
    }

    Evaluation evaluation() {
        return new Evaluation(List.copyOf(failed), fired, Optional.empty());
    }

    Evaluation brokenDown(String reason) {
        return new Evaluation(List.copyOf(failed), fired, Optional.of(reason));
    }

    /** Whether there are more findings than are taken, for which the evaluation is stopped. */
    boolean isFull() {
        return failed.size() >= Evaluation.MOST_FINDINGS;
    }

    @Override
    public Receiver getReceiver(PipelineConfiguration pipe, SerializationProperties properties) {
        return properties.makeSequenceNormalizer(new Listener(pipe));
    }

    @Override
    public void close() {}

    private final class Listener extends Sink {

        private final StringBuilder text = new StringBuilder();
        private String rule = "";
        private Level flag = Level.ERROR;
        private String location = "";
        private int depth;
        private int findingDepth;

        Listener(PipelineConfiguration pipe) {
            super(pipe);
        }

        @Override
        public void startElement(
                NodeName name,
                SchemaType type,
                AttributeMap attributes,
                NamespaceMap namespaces,
                Location place,
                int properties)
                throws XPathException {
            depth++;
            switch (name.getLocalPart()) {
                case "fired-rule" -> fire();
                case "failed-assert", "successful-report" -> begin(attributes);
                default -> {}
            }
        }

        private void fire() throws XPathException {
            fired++;
            // The engine hands on its own exceptions only.
            if (deadline.passed()) {
                throw new XPathException("the deadline has passed");
            }
            if (isFull()) {
                throw new XPathException(Evaluation.TOO_MANY);
            }
        }

        private void begin(AttributeMap attributes) {
            rule = value(attributes, "id").orElse("unnamed");
            flag = value(attributes, "flag")
                    .or(() -> value(attributes, "role"))
                    .flatMap(Level::of)
                    .orElse(Level.ERROR);
            location = value(attributes, "location").orElse("");
            text.setLength(0);
            findingDepth = depth;
        }

        private static Optional<String> value(AttributeMap attributes, String name) {
            @Nullable String value = attributes.getValue(name);
            return Optional.ofNullable(value).map(String::strip);
        }

        @Override
        public void characters(UnicodeString characters, Location place, int properties) {
            if (findingDepth > 0) {
                text.append(characters);
            }
        }

        @Override
        public void endElement() {
            if (depth == findingDepth) {
                failed.add(new Evaluation.Failed(rule, flag, Evaluation.inOneLine(text.toString()), location));
                findingDepth = 0;
            }
            depth--;
        }
    }
}
