package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogTests {

    private static final String EVIL =
            "gnp.exe\u202Egnp.rechnung\r\n2026-11-22T08:00:00 ERROR forged\n\u001B[2Jcleared";

    private final Logger log = LoggerFactory.getLogger(LogTests.class);

    @AfterEach
    void restoreLogging() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "default"})
    void letsNoFileNameForgeOrDisguiseALine(String profile, CapturedOutput output) {
        List<String> lines = logged(profile, output, () -> log.warn("Cannot store {}", EVIL));

        assertThat(lines).allMatch(LogTests::begins);
        assertNothingHidden(lines);
        assertThat(String.join("\n", lines)).contains("u202E").contains("forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "default"})
    void letsNoMessageOfAnExceptionForgeALine(String profile, CapturedOutput output) {
        Throwable failure = new IllegalStateException(EVIL, new IllegalArgumentException(EVIL));

        List<String> lines = logged(profile, output, () -> log.error("Failed", failure));

        assertThat(lines).allMatch(LogTests::begins);
        assertNothingHidden(lines);
    }

    @Test
    void isOneJsonObjectALineInThePackagedService(CapturedOutput output) {
        List<String> lines = logged("default", output, () -> {
            MDC.put("tenant", "musterstadt");
            MDC.put("receiptNumber", "MST-2026-0000042-61");
            log.atInfo().addKeyValue("channel", "rest").log("Received\n{}", EVIL);
        });

        assertThat(lines).hasSize(1);
        JsonNode entry = JsonMapper.shared().readTree(lines.get(0));
        assertThat(entry.path("tenant").asString()).isEqualTo("musterstadt");
        assertThat(entry.path("receiptNumber").asString()).isEqualTo("MST-2026-0000042-61");
        assertThat(entry.path("channel").asString()).isEqualTo("rest");
        assertThat(entry.path("log").path("level").asString()).isEqualTo("INFO");
        assertThat(entry.path("message").asString())
                .doesNotContain("\u202E", "\u001B", "\r")
                .startsWith("Received\n");
    }

    @Test
    void namesTownAndReceiptNumberInTheDemo(CapturedOutput output) {
        List<String> lines = logged("demo", output, () -> {
            MDC.put("tenant", "musterstadt");
            MDC.put("receiptNumber", "MST-2026-0000042-61");
            log.info("Received");
        });

        assertThat(lines).singleElement().asString().contains("INFO", "musterstadt MST-2026-0000042-61 Received");
    }

    // A JSON object; or a line with its time, a continued one, an exception, a cause, a frame.
    private static boolean begins(String line) {
        return line.matches(
                "\\{\"@timestamp\".*}|\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*| {4}\\| .*|(Caused by: )?java\\.lang\\..*|\tat .*|\t\\.\\.\\. .*");
    }

    private static void assertNothingHidden(List<String> lines) {
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(c -> c != '\t' && Character.isISOControl(c))
                        .noneMatch(c -> Character.getType(c) == Character.FORMAT));
    }

    /** What the configuration of that profile writes while something is logged. */
    private static List<String> logged(String profile, CapturedOutput output, Runnable logging) {
        // A marker of its own each time: what was captured before is not of interest.
        String marker = "begin-" + UUID.randomUUID();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false")
                .run("--spring.output.ansi.enabled=never")) {
            LoggerFactory.getLogger(LogTests.class).info(marker);
            logging.run();
            String all = output.getOut();
            String after = all.substring(all.indexOf(marker));
            return after.substring(after.indexOf('\n') + 1).lines().toList();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
