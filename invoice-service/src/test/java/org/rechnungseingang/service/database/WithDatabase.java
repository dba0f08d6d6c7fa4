package org.rechnungseingang.service.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Gives each Spring context of the tests a migrated database of its own. Classes with the same context configuration
 * share context and database; beside {@code @SpringBootTest}:
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithDatabase
 * class ReceiveIT { … }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextConfiguration(initializers = WithDatabase.Initializer.class)
public @interface WithDatabase {

    /** Points a context at a new database. */
    final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(TestDatabase.migrated().properties()).applyTo(context);
        }
    }
}
