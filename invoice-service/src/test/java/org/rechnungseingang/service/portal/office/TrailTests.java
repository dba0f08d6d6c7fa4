package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.journal.Entry;
import org.rechnungseingang.service.journal.Recorded;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.WordingFixture;
import org.rechnungseingang.service.validation.DecisionLevel;
import org.rechnungseingang.service.work.Stage;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the journal can tell is told in words, in both languages. */
class TrailTests {

    private static final String SERVICE = "org.rechnungseingang.service";
    private static final String PAYMENT_STATES = SERVICE + ".finance.PaymentState";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);

    @BeforeEach
    void readInGerman() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    static Stream<Class<?>> events() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(Recorded.class) && !type.isInterface())
                .map(JavaClass::reflect);
    }

    @Test
    void knowsTheEventsOfAllModules() {
        assertThat(events().map(Class::getSimpleName))
                .hasSizeGreaterThanOrEqualTo(21)
                .contains("InvoiceReceived", "DocumentsJoined", "InvoiceMerged", "FeedbackContradicts", "CaseRead");
    }

    @ParameterizedTest
    @MethodSource("events")
    void hasWordsForEachEventAndWhateverItKeeps(Class<?> event) {
        Set<String> wanted = new TreeSet<>(Set.of("code.event." + event.getSimpleName()));
        Stream.of(event.getRecordComponents())
                .filter(component -> !Trail.NOT_SHOWN.contains(component.getName()))
                .forEach(component -> wanted.addAll(words(component)));

        assertThat(texts("codes").stringPropertyNames()).containsAll(wanted);
        assertThat(texts("codes_en").stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void hasWordsForStatesPartsSuggestionsAndStages() throws ReflectiveOperationException {
        Set<String> wanted = new TreeSet<>(Set.of("code.value.original", "code.value.documents", "code.value.decide"));
        Stream.of(CLASSES.get(PAYMENT_STATES).reflect().getEnumConstants())
                .forEach(state -> wanted.add("code.value." + state));
        Stream.of(Part.values()).forEach(part -> wanted.add("code.value." + part.id()));
        Stream.of(DecisionLevel.values()).forEach(level -> wanted.add("code.decision." + level));
        for (String stage : stages()) {
            wanted.add("code.stage." + stage);
        }

        assertThat(wanted).contains("code.stage.check", "code.stage.hand-over", "code.value.PAID");
        assertThat(texts("codes").stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void tellsWhatWasJoinedLineByLine() {
        String hash = "0".repeat(64);
        ReviewPage.TrailEntry told = trail("DocumentsJoined", "a@b.example", """
                {"by":{"name":"a@b.example"},"caseId":"x","documents":[
                  {"fileName":"Lieferschein.pdf","original":"%1$s"},{"fileName":"\u202Efdp.exe","original":"%1$s"}]}""".formatted(hash));

        assertThat(told.what()).isEqualTo("Unterlagen beigefügt");
        assertThat(told.facts())
                .containsExactly(new ReviewPage.Fact(
                        "Unterlagen",
                        "Dateiname: Lieferschein.pdf · Prüfsumme des Originals: " + hash
                                + "\nDateiname: \uFFFDfdp.exe · Prüfsumme des Originals: " + hash));
    }

    @Test
    void tellsAmountsWithTheirCurrencyAndStagesByTheirName() {
        assertThat(trail("FeedbackContradicts", "Finanzverfahren", """
                                {"contradiction":"OTHER_AMOUNT","currency":"EUR","orderedCents":21420,"toldCents":1,"told":"PAID"}""").facts())
                .extracting(ReviewPage.Fact::value)
                .containsExactly("anderer Betrag als angeordnet", "EUR", "214,20\u00a0€", "0,01\u00a0€", "bezahlt");
        assertThat(trail("StageGivenUp", "hand-over", """
                                {"attempts":8,"reason":"java.io.IOException","stage":"hand-over"}""").facts())
                .extracting(ReviewPage.Fact::value)
                .containsExactly("8", "Übergabe an das Finanzverfahren");
    }

    private static ReviewPage.TrailEntry trail(String kind, String by, String payload) {
        Trail trail = new Trail(WordingFixture.wording(), new Notation(), JsonMapper.shared());
        Entry entry = new Entry(new CaseId(new UUID(0, 1)), 1, kind, Instant.EPOCH, by, payload, "0".repeat(64));
        return trail.of(List.of(entry)).get(0);
    }

    private static Set<String> words(RecordComponent component) {
        Set<String> words = new TreeSet<>(Set.of("code.fact." + component.getName()));
        words.addAll(values(component.getGenericType()));
        return words;
    }

    /** The words for whatever a value of the type can be, through all that wraps it. */
    private static Set<String> values(Type type) {
        Set<String> words = new TreeSet<>();
        if (type instanceof ParameterizedType wrapped) {
            Stream.of(wrapped.getActualTypeArguments()).forEach(inner -> words.addAll(values(inner)));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            Stream.of(plain.getEnumConstants()).forEach(value -> words.add("code.value." + value));
        } else if (type instanceof Class<?> plain && plain.isRecord() && !isWrittenAsText(plain)) {
            Stream.of(plain.getRecordComponents()).forEach(component -> words.addAll(words(component)));
        } else if (type == boolean.class) {
            words.addAll(Set.of("code.value.true", "code.value.false"));
        }
        return words;
    }

    private static boolean isWrittenAsText(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static Set<String> stages() throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        for (JavaClass stage : CLASSES) {
            if (stage.isAssignableTo(Stage.class) && stage.isTopLevelClass() && !stage.isInterface()) {
                Field name = stage.reflect().getDeclaredField("NAME");
                name.setAccessible(true);
                names.add(name.get(null).toString());
            }
        }
        return names;
    }

    private static Properties texts(String bundle) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Trail.class.getResourceAsStream("/texts/" + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
