package org.rechnungseingang.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class DatabaseRefusedAnalyzerTests {

    @Test
    void isAskedBySpringWhenAStartFails() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())));

        assertThat(analyzers).hasAtLeastOneElementOfType(DatabaseRefusedAnalyzer.class);
    }

    @Test
    void findsTheRefusalInsideOtherFailures() {
        DatabaseRefused refused = Refusals.held(Path.of("/data"), "PID 4711");

        FailureAnalysis analysis = new DatabaseRefusedAnalyzer().analyze(new IllegalStateException("bean", refused));

        assertThat(analysis.getDescription())
                .contains("/data gehört schon einem laufenden Dienst: PID 4711")
                .contains("/data is held by a running service already: PID 4711");
        assertThat(analysis.getAction()).contains("Diesen Dienst beenden", "End that service");
    }
}
