package org.rechnungseingang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.schematron.cli.Main;

class ArchitectureTests {

    private static final String PARSER = "org.rechnungseingang.document.Parser";
    private static final String SCHEMAS = "org.rechnungseingang.schematron.Schemas";

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rechnungseingang");

    @Test
    void seesTheClassesItSpeaksOf() {
        assertThat(ours.contain(PARSER)).isTrue();
        assertThat(ours.contain(SCHEMAS)).isTrue();
    }

    /** Libraries on the class path become the JVM's XML factories; each factory is one more way to reach outside. */
    @Test
    void parsesXmlInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PARSER)
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.xml.parsers", "javax.xml.stream..", "javax.xml.xpath"))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*(XMLReaderFactory|DOMImplementationRegistry|TransformerFactory.*)")
                .check(ours);
    }

    @Test
    void compilesSchemasInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SCHEMAS)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.validation.SchemaFactory")
                .check(ours);
    }

    @Test
    void asksTheJdkForItsOwnFactories() {
        noClasses()
                .should()
                .callMethod("javax.xml.parsers.SAXParserFactory", "newInstance")
                .orShould()
                .callMethod("javax.xml.validation.SchemaFactory", "newInstance", "java.lang.String")
                .check(ours);
    }

    @Test
    void keepsTheEngineToItself() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.rechnungseingang.schematron", "org.rechnungseingang.schematron.translated")
                .should()
                .dependOnClassesThat(resideInAPackage("net.sf.saxon.."))
                .check(ours);
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat(resideInAPackage("net.sf.saxon.."))
                .check(ours);
    }

    @Test
    void knowsOnlyWhatStandsBeneath() {
        noClasses()
                .that()
                .resideInAPackage("org.rechnungseingang.document")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.rechnungseingang.invoice", "org.rechnungseingang.schematron.."))
                .check(ours);
        noClasses()
                .that(resideInAnyPackage("org.rechnungseingang..")
                        .and(not(resideInAPackage("org.rechnungseingang.schematron.cli"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(Main.class.getPackageName(), "picocli..", "tools.jackson.."))
                .check(ours);
    }
}
