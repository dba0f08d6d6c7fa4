package org.rechnungseingang.service.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules that a program can check; the others are for the review. */
class HouseRulesTests {

    private static final String ROOT = "org.rechnungseingang";
    private static final String SERVICE = "org.rechnungseingang.service..";
    private static final String[] DOCUMENTS = {"org.rechnungseingang.document..", "org.rechnungseingang.schematron.."};
    private static final Pattern SHAPELESS_CLASS = Pattern.compile(".*(Utils?|Helpers?|Managers?|Dto|DTO|Impl)");
    private static final Set<String> SHAPELESS_PACKAGES =
            Set.of("util", "utils", "common", "impl", "internal", "dto", "helper", "helpers", "manager", "managers");

    // Saxon and Woodstox become the JVM's defaults where they are on the class path, hence these are asked for by name.
    private static final String XML_FACTORIES = "javax\\.xml\\.(parsers\\.(SAXParser|DocumentBuilder)Factory"
            + "|stream\\.XML(Input|Output|Event)Factory|transform\\.(TransformerFactory|sax\\.SAXTransformerFactory)"
            + "|validation\\.SchemaFactory|xpath\\.XPathFactory)|org\\.xml\\.sax\\.helpers\\.XMLReaderFactory";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void coverAllModulesOfTheBuild() {
        assertThat(CLASSES.contain("org.rechnungseingang.service.InvoiceService"))
                .isTrue();
        assertThat(CLASSES.contain("org.rechnungseingang.document.Document")).isTrue();
        assertThat(CLASSES.contain("org.rechnungseingang.samples.mail.Main")).isTrue();
        assertThat(CLASSES.contain("org.rechnungseingang.samples.finance.Main")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.annotation.Resource",
                "jakarta.inject.Inject"
            })
    void injectByConstructor(String annotation) {
        noFields().should().beAnnotatedWith(annotation).check(CLASSES);
    }

    @Test
    void nameNoClassAfterNothing() {
        assertThat(CLASSES.stream()
                        .filter(type ->
                                SHAPELESS_CLASS.matcher(type.getSimpleName()).matches()))
                .isEmpty();
    }

    @Test
    void namePackagesAfterWhatTheyAreAbout() {
        assertThat(packages().filter(HouseRulesTests::isShapeless)).isEmpty();
    }

    @Test
    void sayInEachPackageWhatItIsAndThatNothingIsNull() {
        assertThat(packages().filter(HouseRulesTests::isNotNullMarked)).isEmpty();
    }

    @Test
    void changeNoStaticState() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state belongs to objects")
                .check(CLASSES);
    }

    @Test
    void openXmlInOnePlaceOnly() {
        noClasses()
                .that(resideOutsideOfPackages(DOCUMENTS))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(XML_FACTORIES)
                .because("there is one hardened parser")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.xml.parsers.SAXParserFactory",
                "javax.xml.parsers.DocumentBuilderFactory",
                "javax.xml.validation.SchemaFactory",
                "javax.xml.transform.TransformerFactory"
            })
    void askForTheParserOfTheJdkByName(String factory) {
        noClasses()
                .should()
                .callMethod(factory, "newInstance")
                .orShould()
                .callMethod(factory, "newInstance", "java.lang.String")
                .orShould()
                .callMethod(factory, "newNSInstance")
                .check(CLASSES);
    }

    @Test
    void leaveSaxonToTheRules() {
        noClasses()
                .that(resideInAPackage(SERVICE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.sf.saxon..")
                .check(CLASSES);
    }

    // The own PostgreSQL starts before there is a clock to inject, and waits for processes.
    @Test
    void takeTheTimeFromTheClock() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that(resideInAPackage(SERVICE))
                    .and()
                    .resideOutsideOfPackage("org.rechnungseingang.service.database..")
                    .should()
                    .callMethod(type, "now")
                    .check(CLASSES);
        }
    }

    /** The packaged service has none of them. */
    @Test
    void knowPartnerProgramsOnlyInTheDemo() {
        noClasses()
                .that(resideInAPackage(SERVICE))
                .and()
                .resideOutsideOfPackage("org.rechnungseingang.service.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rechnungseingang.samples..", "com.icegreen..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void speakSqlAndNoObjectMapping() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate.query..", "lombok..")
                .check(CLASSES);
    }

    @Test
    void logInsteadOfPrinting() {
        noClasses()
                .that(resideInAPackage(SERVICE))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.stream()
                .map(type -> type.getPackage())
                .filter(candidate -> candidate.getName().startsWith(ROOT))
                .distinct();
    }

    private static boolean isShapeless(JavaPackage candidate) {
        String below = candidate.getName().substring(ROOT.length());
        return Stream.of(below.split("\\.")).anyMatch(SHAPELESS_PACKAGES::contains)
                || below.replaceFirst("^\\.service", "").contains(".service");
    }

    private static boolean isNotNullMarked(JavaPackage candidate) {
        return candidate
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isEmpty();
    }
}
