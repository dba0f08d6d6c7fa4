package org.rechnungseingang.service.finance;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.rechnungseingang.samples.finance.Behaviour.Mode;
import org.rechnungseingang.service.finance.FinanceProperties.Rest;
import tools.jackson.databind.json.JsonMapper;

/** The contract, kept by the sample finance system in a process of its own. */
@Timeout(180)
class RestFinanceSystemIT extends FinanceSystemContract {

    private static final Partner PARTNER = Partner.INSTANCE;

    private final FinanceSystem system = new RestFinanceSystem(
            new Rest(URI.create(PARTNER.address() + "/"), Partner.TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(10)),
            JsonMapper.builder().build());

    @BeforeEach
    void take() {
        PARTNER.behave(Partner.TAKING);
    }

    @Override
    FinanceSystem system() {
        return system;
    }

    @Override
    int arrived() {
        return PARTNER.count().orders();
    }

    @Override
    void pay() {
        PARTNER.behave(Partner.PAYING);
    }

    @Override
    void breakDown() {
        PARTNER.behave(Mode.DOWN);
    }
}
