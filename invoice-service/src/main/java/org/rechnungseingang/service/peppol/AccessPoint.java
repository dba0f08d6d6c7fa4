package org.rechnungseingang.service.peppol;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.rechnungseingang.service.peppol.as4.OpenMessage;
import org.rechnungseingang.service.peppol.as4.OwnKey;
import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.rechnungseingang.service.peppol.as4.Signals;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The access point, where the configuration has keys for one: CXF answers at {@code /as4} and nowhere else. */
@Configuration(proxyBeanMethods = false)
@Conditional(HasKeys.class)
class AccessPoint {

    private static final String PATH = "/as4";

    @Bean
    OwnKeys ownKeys(AccessPointProperties properties, Clock clock) {
        List<OwnKey> keys = properties.keys().values().stream()
                .map(key -> OwnKey.in(Path.of(key.file()), key.password()))
                .toList();
        return new OwnKeys(keys, clock);
    }

    @Bean
    TrustedCertificates trustedCertificates(AccessPointProperties properties, TrustFor trust) {
        return trust.issuedBy(properties
                .authorities()
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "rechnungseingang.access-point.authorities names no file: nobody would be believed")));
    }

    @Bean
    Signals signals(OwnKeys keys, Clock clock) {
        return new Signals(keys, () -> UUID.randomUUID() + "@" + keys.party(), clock);
    }

    @Bean
    As4Endpoint as4Endpoint(
            OwnKeys keys,
            TrustedCertificates trusted,
            Signals signals,
            Served served,
            Towns towns,
            AccessPointProperties properties,
            MeterRegistry meters,
            Clock clock) {
        ReceiveMessage receive = new ReceiveMessage(
                new OpenMessage(keys, trusted, clock),
                new MessageRules(keys.party(), served, properties, clock),
                signals,
                towns,
                properties,
                meters);
        return new As4Endpoint(receive, WireLimits.of(properties), clock);
    }

    @Bean(destroyMethod = "shutdown")
    Bus bus() {
        return new ExtensionManagerBus();
    }

    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> as4Servlet(Bus bus, As4Endpoint endpoint) {
        HTTPTransportFactory transport = new HTTPTransportFactory();
        EndpointInfo info = new EndpointInfo();
        info.setAddress("/");
        try {
            transport.getDestination(info, bus).setMessageObserver(endpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServletRegistrationBean<CXFNonSpringServlet> servlet =
                new ServletRegistrationBean<>(new CXFNonSpringServlet(transport.getRegistry(), bus), PATH);
        servlet.setName("as4");
        servlet.addInitParameter("hide-service-list-page", "true");
        return servlet;
    }

    @Bean
    FilterRegistrationBean<UnreadBody> unreadBody() {
        FilterRegistrationBean<UnreadBody> filter = new FilterRegistrationBean<>(new UnreadBody());
        filter.addUrlPatterns(PATH);
        return filter;
    }
}
