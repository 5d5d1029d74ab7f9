package io.fleck.core.wafer.klarf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InspectionTimeTest {
    @ParameterizedTest
    @CsvSource({
        "10-19-21, 10:04:09, 2021-10-19T10:04:09Z",
        "07-07-77, 0:17:07, 1977-07-07T00:17:07Z",
        "1-2-69, 00:00:00, 2069-01-02T00:00:00Z",
        "12-31-2024, 23:59:59.123, 2024-12-31T23:59:59Z",
        "2000-01-30, 15:40:57, 2000-01-30T15:40:57Z",
    })
    void shouldReadEveryForm(String date, String time, Instant expected) {
        assertThat(InspectionTime.of(date, time)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "13-01-21, 10:00:00",
        "02-30-21, 10:00:00",
        "10/19/21, 10:00:00",
        "10-19-21, 25:00:00",
        "10-19-21, noon",
        "10-19-211, 10:00:00",
    })
    void shouldRefuseWhatIsNoTime(String date, String time) {
        assertThat(InspectionTime.of(date, time)).isEmpty();
    }
}
