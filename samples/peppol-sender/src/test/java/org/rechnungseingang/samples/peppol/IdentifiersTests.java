package org.rechnungseingang.samples.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IdentifiersTests {

    @Test
    void getTheirSchemes() {
        assertThat(Identifiers.participant("0204:05999001-40010-37").getURIEncoded())
                .isEqualTo("iso6523-actorid-upis::0204:05999001-40010-37");
        assertThat(Identifiers.documentType("urn:a::B##urn:c::2.1").getURIEncoded())
                .isEqualTo("busdox-docid-qns::urn:a::B##urn:c::2.1");
        assertThat(Identifiers.process("urn:p").getURIEncoded()).isEqualTo("cenbii-procid-ubl::urn:p");
    }

    @Test
    void mayBringTheirSchemes() {
        assertThat(Identifiers.participant("iso6523-actorid-upis::0204:1").getValue())
                .isEqualTo("0204:1");
        assertThat(Identifiers.documentType("peppol-doctype-wildcard::urn:a::B##urn:c*::2.1")
                        .getURIEncoded())
                .isEqualTo("peppol-doctype-wildcard::urn:a::B##urn:c*::2.1");
        assertThat(Identifiers.process("cenbii-procid-ubl::urn:p").getValue()).isEqualTo("urn:p");
    }

    @Test
    void areNotEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.participant(""));
    }
}
