package org.rechnungseingang.service.peppol;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The access point as far as it is made without a database: each bean when somebody asks for it. */
public final class WithoutDatabase {

    private static final String PREFIX = "rechnungseingang.access-point.";

    private WithoutDatabase() {}

    /** Which is none. */
    public static ApplicationContextRunner keyless() {
        return new ApplicationContextRunner()
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withUserConfiguration(Properties.class, AccessPoint.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(TrustFor.class);
    }

    /** With the tests' key, authority and revocation lists. */
    public static ApplicationContextRunner anAccessPoint() {
        Path folder = TestPki.folder();
        return keyless()
                .withPropertyValues(
                        PREFIX + "keys.current.file=" + folder.resolve("access-point.p12"),
                        PREFIX + "keys.current.password=" + TestPki.PASSWORD,
                        PREFIX + "authorities=" + folder.resolve("access-point-ca.pem"),
                        PREFIX + "revocation-lists[0]=" + folder.resolve("access-point-ca.crl"),
                        PREFIX + "revocation-lists[1]=" + folder.resolve("smp-ca.crl"));
    }

    @EnableConfigurationProperties(AccessPointProperties.class)
    static final class Properties {}
}
