package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithServer
class ContractIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void hasExactlyTheOperationsThatTheServiceHas() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> served.addAll(operations(mapping)));

        assertThat(Contract.load().operations()).isEqualTo(served).hasSize(4);
    }

    private static Set<String> operations(RequestMappingInfo mapping) {
        Set<String> operations = new TreeSet<>();
        for (String path : mapping.getPatternValues()) {
            if (path.startsWith(Paths.ROOT)) {
                mapping.getMethodsCondition().getMethods().forEach(method -> operations.add(method + " " + path));
            }
        }
        return operations;
    }
}
