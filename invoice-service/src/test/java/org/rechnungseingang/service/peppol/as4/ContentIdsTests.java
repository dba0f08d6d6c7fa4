package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentIdsTests {

    @ParameterizedTest
    @CsvSource({
        "cid:a@b, a@b",
        "cid:a%40b, a@b",
        "cid:a+b@c, a+b@c",
        "cid:a%2Bb@c, a+b@c",
        "cid:a%2520b@c, a%20b@c",
        "cid:%C3%A4@b, ä@b",
    })
    void decodesAReference(String reference, String id) {
        assertThat(ContentIds.ofReference(reference)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid:%", "cid:%4", "cid:%zz@b", "cid:a%-1"})
    void refusesAReferenceThatIsWronglyCoded(String reference) {
        assertThatThrownBy(() -> ContentIds.ofReference(reference))
                .isInstanceOfSatisfying(
                        MessageRefused.class,
                        refused -> assertThat(refused.error()).isEqualTo(EbmsError.MIME_INCONSISTENCY));
    }

    @ParameterizedTest
    @CsvSource({"<a@b>, a@b", "' <a@b> ', a@b", "a@b, a@b", "<a%20b@c>, a%20b@c", "<a+b@c>, a+b@c", "<a, <a"})
    void takesTheBracketsOffAHeader(String field, String id) {
        assertThat(ContentIds.ofHeader(field)).isEqualTo(id);
    }

    @Test
    void hasNothingInEmptyBrackets() {
        assertThat(ContentIds.ofHeader("<>")).isEmpty();
    }
}
