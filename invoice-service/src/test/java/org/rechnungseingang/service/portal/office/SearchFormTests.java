package org.rechnungseingang.service.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.register.Query;

class SearchFormTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234,56      | 123456",
                "1.234,56     | 123456",
                "1234.56      | 123456",
                "1,234.56     | 123456",
                "1.234        | 123400",
                "1234         | 123400",
                "0,5          | 50",
                "-17,20       | -1720",
                "1.234,56 €   | 123456",
                "12,345       | 1234500",
                "12.345.678,9 | 1234567890"
            })
    void readsAmountsAsPeopleWriteThem(String typed, long cents) {
        assertThat(form("from", typed).query(Optional.empty()).centsFrom()).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,2,3", "1e5", "--1", "9999999999999", "1.23.456"})
    void refusesWhatIsNoAmount(String typed) {
        assertThat(form("to", typed).errors().key("to")).isEqualTo("search.error.amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "22.11.2026"})
    void readsDaysInBothForms(String typed) {
        assertThat(form("since", typed).query(Optional.empty()).issuedFrom()).contains(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "31.11.2026", "gestern"})
    void refusesDaysThatDoNotExist(String typed) {
        assertThat(form("until", typed).errors().on("until")).isTrue();
    }

    @Test
    void asksForSupplierAndNumberTogetherInEveryState() {
        Query query = SearchForm.of(Map.of("supplier", " Saubermann ", "number", "RE-17"))
                .query(Optional.empty());

        assertThat(query.text()).contains("Saubermann RE-17");
        assertThat(query.view()).isEqualTo(Query.View.ALL);
    }

    @Test
    void isEmptyWhenNothingWasTyped() {
        assertThat(form("number", "   ").isEmpty()).isTrue();
    }

    private static SearchForm form(String name, String typed) {
        return SearchForm.of(Map.of(name, typed));
    }
}
