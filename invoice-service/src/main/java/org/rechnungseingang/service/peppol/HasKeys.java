package org.rechnungseingang.service.peppol;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this installation is an access point. */
final class HasKeys implements Condition {

    private static final Bindable<Map<String, Object>> KEYS = Bindable.mapOf(String.class, Object.class);

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("rechnungseingang.access-point.keys", KEYS)
                .isBound();
    }
}
