package org.rechnungseingang.service.way;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Gives a Spring context of the tests its mail server and its finance system. */
final class WithPartners implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set to true: Debian's mail servers, not the sample one. */
    static final String ON_DEBIAN = "tests.mail-on-debian";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path directory = Path.of(System.getProperty("basedir", "."), "target", "way", UUID.randomUUID() + "");
        boolean onDebian = context.getEnvironment().getProperty(ON_DEBIAN, Boolean.class, false);
        Partners partners = onDebian ? Partners.startOnDebian(directory) : Partners.start(directory);
        TestPropertyValues.of(partners.properties()).applyTo(context);
        context.getBeanFactory().registerSingleton("partners", partners);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                partners.close();
            }
        });
    }
}
