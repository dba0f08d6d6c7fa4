package org.rechnungseingang.service.peppol.outbound;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this installation is an access point that knows of others. */
final class Sends implements Condition {

    private static final String ACCESS_POINT = "rechnungseingang.access-point.";
    private static final Bindable<Map<String, Object>> ANYTHING = Bindable.mapOf(String.class, Object.class);

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Binder binder = Binder.get(context.getEnvironment());
        return isThere(binder, "keys") && (isThere(binder, "outbound.endpoints") || isThere(binder, "outbound.lookup"));
    }

    private static boolean isThere(Binder binder, String name) {
        return binder.bind(ACCESS_POINT + name, ANYTHING).isBound();
    }
}
