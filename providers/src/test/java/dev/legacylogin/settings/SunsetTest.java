package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day on which a shape ends. */
class SunsetTest {
    @Test
    void beginsAtMidnightOfUtc() {
        assertThat(of("2027-01-31").sunset().orElseThrow().begin()).hasToString("2027-01-31T00:00:00Z");
    }

    @Test
    void hasPassedFromThatDayOn() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(new Sunset(today, true).hasPassed()).isTrue();
        assertThat(new Sunset(today.plusDays(2), true).hasPassed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "31.01.2027",
                "2027-1-31",
                "2027-02-30",
                "2027-13-01",
                " 2027-01-31",
                "2027-01-31T00:00:00Z",
                "+12027-01-31",
                "2024-12-31",
                "never"
            })
    void whatIsNoDateCountsAsNone(String value) {
        assertThat(of(value).sunset()).isEmpty();
    }

    @Test
    void aShapeEndsWithItsLastClient() {
        assertThat(Sunset.ofAll(Stream.of(of("2027-01-31"), of("2028-02-29"), of("2026-12-31"))))
                .hasValue(new Sunset(LocalDate.of(2028, 2, 29), false));
        assertThat(Sunset.ofAll(Stream.of(of("2027-01-31"), of("")))).isEmpty();
        assertThat(Sunset.ofAll(Stream.of())).isEmpty();
    }

    @Test
    void veryManyClientsAreNotAllLookedAt() {
        assertThat(Sunset.ofAll(Stream.concat(Stream.of(of("2027-01-31")), Stream.generate(() -> of("")))))
                .isEmpty();
    }

    private static Settings of(String date) {
        return new Settings(Map.of("sunset", date));
    }
}
