package org.rechnungseingang.service.peppol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.rechnungseingang.service.peppol.outbound.Said;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** The towns of {@link WithTwoTowns}, of which Anstadt receives over Peppol; all tests with it share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTwoTowns
@ActiveProfiles({"two-towns", "access-point"})
@Import({Anstadt.class, Said.class, TestLookup.class})
@ContextCustomizerFactories(WithAccessPoint.Certificates.class)
public @interface WithAccessPoint {

    /** Makes the certificates before the service asks for them. */
    final class Certificates implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new Made();
        }
    }

    /** All are equal, so that tests share a context. */
    record Made() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestPropertyValues.of("test.pki=" + TestPki.folder()).applyTo(context);
        }
    }
}
