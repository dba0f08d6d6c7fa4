package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rechnungseingang.schematron.LocalSchemas.pattern;
import static org.rechnungseingang.schematron.LocalSchemas.schema;
import static org.rechnungseingang.schematron.LocalSchemas.testing;
import static org.rechnungseingang.schematron.LocalSchemas.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a town may write into its own rules, and what it is told if it may not. */
class LocalRulesTests {

    @TempDir
    private Path folder;

    private LocalRulesRefused.Fault fault(String schema) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        LocalRulesRefused.class, () -> write(folder, schema))
                .faults()
                .get(0);
    }

    @Test
    void takesEveryFileOfTheFolder() {
        write(folder, "readme.txt", "no rules");
        write(folder, "a.sch", testing("true()"));
        assertThat(write(folder, "b.sch", testing("cbc:ID")).size()).isEqualTo(2);
    }

    @Test
    void takesFunctionsKeysAndAbstractPatterns() {
        String functions = "<xsl:function name='town:even' as='xs:boolean'><xsl:param name='n' as='xs:integer'/>"
                + "<xsl:sequence select='$n mod 2 eq 0'/></xsl:function>"
                + "<xsl:key name='line' match='cac:InvoiceLine' use='cbc:ID'/>";
        String uses = pattern(
                "/ubl:Invoice",
                "<sch:assert id='TOWN-1' test=\"town:even(count(cac:InvoiceLine)) or key('line', 'doc(1)')\">a</sch:assert>");
        String patterns = "<sch:pattern abstract='true' id='p'><sch:rule context='$where'>"
                + "<sch:report id='TOWN-2' test='$what'>b</sch:report></sch:rule></sch:pattern>"
                + "<sch:pattern is-a='p'><sch:param name='where' value='/ubl:Invoice'/><sch:param name='what' value='cbc:Note'/></sch:pattern>";
        String schema = schema(functions + uses + patterns)
                .replace(
                        "xmlns:xi",
                        "xmlns:town='urn:town' "
                                + "xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "
                                + "xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2' xmlns:xi");
        assertThat(write(folder, schema).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('file:///etc/hostname')",
                "document('file:///etc/hostname')",
                "fn:doc-available('x')",
                "doc (: a comment :) ('x')",
                "'a' = (: ' :) doc('x')",
                "unparsed-text('file:///etc/hostname') = ''",
                "unparsed-text-lines#1('x')",
                "json-doc('x')",
                "collection()",
                "uri-collection('.')",
                "parse-xml('x')",
                "environment-variable('PATH') = ''",
                "available-environment-variables() = ''",
                "system-property('user.home') = ''",
                "function-lookup(xs:QName('x'), 1)",
                "transform(map{})",
                "load-xquery-module('x')"
            })
    void refusesFunctionsThatReachOutside(String expression) {
        assertThat(fault(testing(expression))).satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("town.sch");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.text()).contains("nicht erlaubt");
            assertThat(fault.english()).contains("is not allowed: rules see the invoice only");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sch:include href='other.sch'/>",
                "<sch:extends href='../other.sch'/>",
                "<xi:include href='other.sch'/>",
                "<xsl:include href='other.xsl'/>",
                "<xsl:import href='other.xsl'/>",
                "<xsl:template match='/'/>",
                "<xsl:use-package name='x'/>",
                "<sch:pattern documents=\"'a.xml'\"/>",
                "<html xmlns='urn:html'/>"
            })
    void refusesWhatBringsInOtherFilesOrStylesheets(String content) {
        assertThat(fault(schema(content))).satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.text()).contains("nicht erlaubt");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:result-document href='a'/>",
                "<xsl:evaluate xpath='1'/>",
                "<xsl:source-document href='a'/>",
                "<xsl:message>a</xsl:message>",
                "<xsl:sequence use-when='1' select='1'/>",
                "<xsl:sequence _select='1'/>",
                "<xsl:value-of select=\"doc('x')\"/>"
            })
    void refusesInstructionsThatReachOutside(String instruction) {
        String function = "<xsl:function name='town:f'>\n" + instruction + "</xsl:function>";
        assertThat(fault(schema(function).replace("xmlns:xi", "xmlns:town='urn:town' xmlns:xi")))
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.text()).contains("nicht erlaubt");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"java:java.lang.System", "java.lang.Runtime", "http://saxon.sf.net/", "http://exslt.org/x"})
    void refusesExtensionFunctions(String namespace) {
        assertThat(fault(schema("<sch:ns prefix='e' uri='" + namespace + "'/>")).text())
                .contains("Erweiterungsfunktionen");
        assertThat(fault(testing("Q{" + namespace + "}exit(1)")).english()).contains("does not compile");
    }

    @Test
    void refusesAFunctionThatAParameterPutsTogether() {
        String schema = schema("<sch:pattern abstract='true' id='p'><sch:rule context='/ubl:Invoice'>"
                + "<sch:assert id='TOWN-1' test=\"$f('x')\">a</sch:assert></sch:rule></sch:pattern>"
                + "<sch:pattern is-a='p'><sch:param name='f' value='doc'/></sch:pattern>");
        assertThat(fault(schema).english()).contains("doc()");
    }

    @Test
    void refusesADocumentTypeBeforeAnyEntityIsRead() {
        String schema = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n"
                + schema("<sch:title>&e;</sch:title>");
        assertThat(fault(schema).line()).isEqualTo(2);
    }

    @Test
    void saysWhereTheXmlIsBroken() {
        assertThat(fault(schema("<sch:pattern>")).line()).isEqualTo(4);
        assertThat(fault(schema("<sch:pattern>")).text()).contains("wohlgeformt");
    }

    @ParameterizedTest
    @CsvSource({"((cbc:ID, XPST0003", "unknown(1), unknown", "$nothing, nothing", "nowhere:ID, nowhere"})
    void saysOnWhichLineAnExpressionDoesNotCompile(String expression, String word) {
        String schema = testing("true()")
                .replace(
                        "</sch:rule>",
                        "\n\n<sch:assert id='TOWN-2' test=\"" + expression + "\">a</sch:assert></sch:rule>");
        assertThatThrownBy(() -> write(folder, schema))
                .isInstanceOf(LocalRulesRefused.class)
                .hasMessageContaining("town.sch, Zeile 4: Lässt sich nicht übersetzen")
                .hasMessageContaining("line 4: does not compile");
    }

    @Test
    void saysThatAnAbstractPatternIsMissing() {
        assertThat(fault(schema("<sch:pattern is-a='missing'/>")).text()).contains("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BR-DE-1", "ubl-cr-1", "CII-SR-1", "PEPPOL-X", "OWN-IBAN", "LOCAL-1", "DE-R-001", "a b"})
    void wantsAnIdOfItsOwn(String id) {
        String schema = testing("true()").replace("TOWN-1", id);
        assertThat(fault(schema).text()).contains("id");
        assertThat(fault(testing("true()").replace("id='TOWN-1'", "")).text()).contains("id");
    }

    @Test
    void wantsLevelsThatAreKnown() {
        assertThat(fault(testing("true()").replace("id=", "role='critical' id="))
                        .text())
                .contains("critical");
        assertThat(fault(testing("true()").replace("id=", "flag='{1}' id=")).text())
                .contains("{1}");
    }

    @Test
    void wantsTheQueryBindingAndTheNamespace() {
        assertThat(fault(testing("true()").replace(" queryBinding='xslt2'", "")).line())
                .isEqualTo(1);
        assertThat(fault("<schema/>").text()).contains("ISO-Schematron");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.sch"), testing("doc('x')") + "<");
        Files.writeString(
                folder.resolve("b.sch"), testing("doc('x') or collection()").replace("TOWN-1", "BR-1"));
        assertThatThrownBy(() -> LocalRules.in(folder))
                .asInstanceOf(InstanceOfAssertFactories.type(LocalRulesRefused.class))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(LocalRulesRefused.Fault::file)
                        .contains("a.sch", "b.sch")
                        .hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        assertThatThrownBy(() -> LocalRules.in(folder.resolve("missing")))
                .isInstanceOf(LocalRulesRefused.class)
                .hasMessageContaining("nicht lesbar")
                .hasMessageContaining("missing");
    }

    @Test
    void connectsToNobodyWhileItReads() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(200);
            String address = "http://127.0.0.1:" + listening.getLocalPort() + "/a";
            fault(testing("doc('" + address + "')"));
            fault(schema("<sch:include href='" + address + "'/>"));
            fault(schema("<sch:extends href='" + address + "'/>"));
            fault("<!DOCTYPE a SYSTEM '" + address + "'>" + testing("true()"));
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
