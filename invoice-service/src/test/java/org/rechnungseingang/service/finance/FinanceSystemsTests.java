package org.rechnungseingang.service.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the configuration may say. */
class FinanceSystemsTests {

    private static final String TOWN = "rechnungseingang.finance.anstadt.";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class)
            .withBean(Tenants.class, () -> Mockito.mock(Tenants.class))
            .withBean(JsonMapper.class, () -> JsonMapper.builder().build())
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(FinanceSystems.class);

    @Test
    void areNoneByDefault() {
        context.run(started ->
                assertThat(started.getBean(FinanceSystems.class).towns()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://finance.example",
                "HTTPS://finance.example/base/",
                "http://127.0.0.1:8090",
                "http://localhost:8090"
            })
    void areReachedSafely(String url) {
        context.withPropertyValues(TOWN + "rest.url=" + url, TOWN + "rest.token=geheim")
                .run(started -> assertThat(started.getBean(FinanceSystems.class).towns())
                        .containsExactly("anstadt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1",
                "http://192.0.2.1:443",
                "ftp://127.0.0.1",
                "finance.example",
                "http:127.0.0.1",
                "http://no-such-host.invalid"
            })
    void areNotReachedInPlainText(String url) {
        context.withPropertyValues(TOWN + "rest.url=" + url, TOWN + "rest.token=geheim")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("rechnungseingang.finance.anstadt.rest.url has to begin with https://"));
    }

    @Test
    void areOneATown() {
        context.withPropertyValues(
                        TOWN + "rest.url=https://finance.example",
                        TOWN + "rest.token=geheim",
                        TOWN + "files.directory=/tmp")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("either rest.url and rest.token or files.directory"));
    }

    @Test
    void areOneATownAtLeastWhereTheTownIsNamed() {
        context.withPropertyValues(TOWN + "poll=1s")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("either rest.url and rest.token or files.directory"));
    }

    @Test
    void tellNobodyTheToken() {
        context.withPropertyValues(TOWN + "rest.url=https://finance.example", TOWN + "rest.token=geheim")
                .run(started -> assertThat(
                                started.getBean(FinanceProperties.class).toString())
                        .doesNotContain("geheim"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FinanceProperties.class)
    static class Properties {}
}
