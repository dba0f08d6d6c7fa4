package org.rechnungseingang.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.approval.InvoiceCertified;
import org.rechnungseingang.service.approval.InvoiceCertified.Subject;
import org.rechnungseingang.service.approval.InvoiceOrdered;
import org.rechnungseingang.service.approval.InvoiceRefused;
import org.rechnungseingang.service.approval.InvoiceSentBack;
import org.rechnungseingang.service.approval.NoTransfer;
import org.rechnungseingang.service.approval.QueryAnswered;
import org.rechnungseingang.service.approval.Refusal;
import org.rechnungseingang.service.approval.Remark;
import org.rechnungseingang.service.approval.SupplierQueried;
import org.rechnungseingang.service.finance.FeedbackSettled;
import org.rechnungseingang.service.finance.InvoicePaid;
import org.rechnungseingang.service.finance.InvoicePosted;
import org.rechnungseingang.service.finance.PaymentOrderAccepted;
import org.rechnungseingang.service.finance.PaymentOrderRefused;
import org.rechnungseingang.service.finance.PaymentReturned;
import org.rechnungseingang.service.finance.SetAsideFeedback;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.DocumentsJoined;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.mail.MailTroubles;
import org.rechnungseingang.service.register.Query;
import org.rechnungseingang.service.routing.AssignRefusal;
import org.rechnungseingang.service.routing.InvoiceAssigned;
import org.rechnungseingang.service.routing.InvoiceAssigned.Because;
import org.rechnungseingang.service.routing.InvoiceMerged;
import org.rechnungseingang.service.routing.InvoiceNotAssigned;
import org.rechnungseingang.service.routing.TriageCause;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;

class TextsTests {

    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/resources");
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/java/org/rechnungseingang/service/portal");

    /** In templates: #{key}, #{key(…)}; keys that are put together are tried by their enumerations below. */
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*[A-Za-z0-9])[}(]");

    /** In code: a literal that looks like a key and begins like one. */
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+\\.[a-zA-Z0-9.]*[a-zA-Z0-9])\"");

    @ParameterizedTest
    @ValueSource(strings = {"screens", "codes"})
    void areThereInBothLanguages(String bundle) {
        assertThat(texts(bundle + "_en").keySet()).isEqualTo(texts(bundle).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"screens", "screens_en", "codes", "codes_en"})
    void areNeverEmpty(String bundle) {
        assertThat(texts(bundle).values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"screens", "screens_en"})
    void areWellFormedWhereValuesGoIn(String bundle) {
        texts(bundle).forEach((key, text) -> {
            if (text.toString().contains("{")) {
                String written = new MessageFormat(text.toString()).format(new Object[] {1, 1, 1});
                assertThat(written).as(key.toString()).isNotBlank().doesNotContain("{");
            }
        });
    }

    @Test
    void areThereForEveryKeyThatTemplatesName() throws IOException {
        Set<String> named = found(RESOURCES.resolve("templates"), ".html", IN_TEMPLATES);

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(texts("screens").keySet()).containsAll(named);
    }

    @Test
    void areThereForEveryKeyThatTheCodeNames() throws IOException {
        Set<String> beginnings = new TreeSet<>();
        texts("screens").keySet().forEach(key -> beginnings.add(key.toString().replaceFirst("\\..*", "")));
        Set<String> named = found(SOURCES, ".java", IN_CODE);
        named.removeIf(literal -> !beginnings.contains(literal.replaceFirst("\\..*", "")));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(texts("screens").keySet()).containsAll(named);
    }

    @Test
    void areThereForEveryValueOfTheEnumerations() {
        Set<String> wanted = new TreeSet<>();
        Stream.of(Station.values()).forEach(station -> wanted.add("station." + station));
        wanted.add("mark.OPEN");
        Stream.of(Mark.values()).filter(mark -> mark != Mark.OPEN).forEach(mark -> {
            wanted.add("mark." + mark);
            wanted.add("mark." + mark + ".text");
        });
        Stream.of(Channel.values()).forEach(channel -> wanted.add("channel." + channel));
        Stream.of(CheckOutcome.values()).forEach(outcome -> {
            wanted.add("verdict." + outcome);
            wanted.add("upload." + outcome);
        });
        Stream.of(DecisionLevel.values()).forEach(decision -> wanted.add("decision." + decision));
        Stream.of(Query.View.values()).forEach(view -> wanted.add("filter." + view));
        Stream.of("error", "warning", "info").forEach(tone -> wanted.add("level." + tone));

        Stream.of(Refusal.values()).forEach(refusal -> wanted.add("refusal." + refusal));
        Stream.of(AssignRefusal.values()).forEach(refusal -> wanted.add("assign.refusal." + refusal));
        Stream.of(TriageCause.values()).forEach(cause -> wanted.add("triage.cause." + cause));
        Stream.of(NoTransfer.values()).forEach(reason -> wanted.add("transfer." + reason));
        Stream.of(Remark.Kind.values()).forEach(kind -> wanted.add("remark." + kind));
        Stream.of(Subject.values()).forEach(subject -> {
            wanted.add("decision." + subject);
            wanted.add("certify." + subject);
        });
        Stream.of(MailTroubles.Cause.values()).forEach(cause -> {
            wanted.add("mails." + cause);
            wanted.add("mails." + cause + ".todo");
        });
        Stream.of(SetAsideFeedback.Cause.values()).forEach(cause -> {
            wanted.add("feedback." + cause);
            wanted.add("feedback." + cause + ".todo");
        });
        Stream.of("letters", "mails", "feedback").forEach(part -> wanted.add("lying." + part));
        Stream.of("ACCEPTED", "POSTED", "PAID", "REFUSED", "RETURNED")
                .forEach(told -> wanted.add("feedback.told." + told));

        assertThat(texts("screens").keySet()).containsAll(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"certify", "order", "assign", "ask", "settle", "send-back", "refuse", "reopen", "lift-hold"})
    void areThereForEveryDecision(String act) {
        Set<String> wanted = new TreeSet<>(
                Set.of("act." + act, "decide." + act + ".title", "decide." + act + ".text", "decide.done." + act));
        if (Set.of("ask", "settle", "send-back", "refuse", "reopen", "lift-hold")
                .contains(act)) {
            wanted.add("decide." + act + ".words");
            wanted.add("decide." + act + ".hint");
        }

        assertThat(texts("screens").keySet()).containsAll(wanted);
    }

    @Test
    void areThereForEveryFactOfTheHistory() {
        Set<String> wanted = new TreeSet<>();
        Stream.of(
                        Subject.values(),
                        Because.values(),
                        TriageCause.values(),
                        NoTransfer.values(),
                        SetAsideFeedback.Cause.values())
                .flatMap(Stream::of)
                .forEach(value -> wanted.add("code.value." + value));
        Stream.of(
                        InvoiceAssigned.class,
                        InvoiceNotAssigned.class,
                        InvoiceMerged.class,
                        InvoiceCertified.class,
                        InvoiceOrdered.class,
                        InvoiceRefused.class,
                        SupplierQueried.class,
                        QueryAnswered.class,
                        InvoiceSentBack.class,
                        PaymentOrderAccepted.class,
                        PaymentOrderRefused.class,
                        InvoicePosted.class,
                        InvoicePaid.class,
                        PaymentReturned.class,
                        FeedbackSettled.class,
                        DocumentsJoined.class)
                .forEach(event -> wanted.add("code.event." + event.getSimpleName()));

        assertThat(texts("codes").keySet()).containsAll(wanted);
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !path.toString().contains("/api/"))
                    .toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static Properties texts(String bundle) {
        Properties texts = new Properties();
        try (var reader =
                Files.newBufferedReader(RESOURCES.resolve("texts/" + bundle + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
