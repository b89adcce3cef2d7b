package dev.legacylogin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** A field is the claim, else the attribute, else empty. The user is Keycloak's own model of one without a store. */
class LegacyUserTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final InMemoryUserAdapter model = new InMemoryUserAdapter(null, null, "the-id");

    @BeforeEach
    void createdAtTheEpoch() {
        model.setCreatedTimestamp(0L);
    }

    @Test
    void claimGoesBeforeTheAttribute() {
        model.setSingleAttribute("a", "attribute");

        assertThat(user(Map.of("a", "claim")).text("a")).hasValue("claim");
        assertThat(user(Map.of("b", "claim")).text("a")).hasValue("attribute");
        assertThat(user(Map.of()).text("b")).isEmpty();
    }

    @Test
    void whatTheUserMayWriteHimselfCountsOnlyWhereItIsHisOwnAffair() {
        model.setSingleAttribute("role", "1");
        model.setSingleAttribute("avatar", "me.png");
        LegacyUser user = new LegacyUser(model, () -> Map.of("is_active", 1), attribute -> true);

        assertThat(user.integer("role")).isEmpty();
        assertThat(user.integer("is_active")).hasValue(1L);
        assertThat(user.text("avatar")).hasValue("me.png");
    }

    @Test
    void firstOfManyValuesCounts() {
        model.setAttribute("a", List.of("one", "two"));

        assertThat(user(Map.of()).text("a")).hasValue("one");
    }

    @Test
    void emptyTextIsNone() {
        model.setSingleAttribute("a", "");

        assertThat(user(Map.of()).text("a")).isEmpty();
        assertThat(user(Map.of()).integer("a")).isEmpty();
        assertThat(user(Map.of()).bool("a")).isEmpty();
        assertThat(user(Map.of()).date("a", DATE)).isEmpty();
    }

    @Test
    void numberAndBooleanClaimsAreTextsToo() {
        assertThat(user(Map.of("a", 12)).text("a")).hasValue("12");
        assertThat(user(Map.of("a", true)).text("a")).hasValue("true");
    }

    @Test
    void listOrMapIsNoText() {
        assertThat(user(Map.of("a", List.of("b", "c"))).text("a")).isEmpty();
        assertThat(user(Map.of("a", Map.of("b", "c"))).text("a")).isEmpty();
    }

    @Test
    void listOfOneIsThatOne() {
        model.setSingleAttribute("a", "attribute");

        assertThat(user(Map.of("a", List.of("b"))).text("a")).hasValue("b");
        assertThat(user(Map.of("a", List.of(5))).integer("a")).hasValue(5L);
        assertThat(user(Map.of("a", List.of("true"))).bool("a")).hasValue(true);
        assertThat(user(Map.of("a", List.of(""))).text("a")).isEmpty();
        assertThat(user(Map.of("a", List.of())).text("a")).isEmpty();
    }

    @Test
    void whatIsNoJsonIsNone() {
        assertThat(user(Map.of("a", new Object())).text("a")).isEmpty();
        assertThat(user(Map.of("a", new Object())).<Object>object("a", member -> "b"))
                .isEmpty();
    }

    @Test
    void mappersRunOnceAndNotBeforeAClaimIsAskedFor() {
        AtomicInteger runs = new AtomicInteger();
        LegacyUser user = new LegacyUser(model, () -> Map.of("a", runs.incrementAndGet()), name -> false);

        assertThat(user.created(DATE)).isPresent();
        assertThat(runs).hasValue(0);
        assertThat(user.text("a")).hasValue("1");
        assertThat(user.text("b")).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void failureOfAMapperIsNotTakenForAValueThatDoesNotFit() {
        LegacyUser user = new LegacyUser(
                model,
                () -> {
                    throw new IllegalArgumentException();
                },
                name -> false);

        assertThatThrownBy(() -> user.text("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usernameIsTheOneOfTheOldSystem() {
        model.setUsername("rooseveltsmitham");
        assertThat(user(Map.of()).username()).isEqualTo("rooseveltsmitham");
        model.setSingleAttribute("legacy_username", "RooseveltSmitham");
        assertThat(user(Map.of()).username()).isEqualTo("RooseveltSmitham");
        assertThat(user(Map.of("legacy_username", "Claimed")).username()).isEqualTo("Claimed");
        assertThat(user(Map.of("username", "Mapped")).username()).isEqualTo("Mapped");
    }

    @Test
    void emailIsTheClaimElseKeycloaks() {
        assertThat(user(Map.of()).email()).isEmpty();
        model.setEmail("a@example.org");
        assertThat(user(Map.of()).email()).hasValue("a@example.org");
        assertThat(user(Map.of("email", "b@example.org")).email()).hasValue("b@example.org");
    }

    @Test
    void textThatBreaksTheRuleIsNone() {
        assertThat(user(Map.of("a", "metric")).text("a", "metric"::equals)).hasValue("metric");
        assertThat(user(Map.of("a", "other")).text("a", "metric"::equals)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-5, -5", "' 5 ', 5", "5.0, 5", "5e2, 500", "9223372036854775807, 9223372036854775807"})
    void integerMayBeStoredAsText(String stored, long expected) {
        model.setSingleAttribute("a", stored);

        assertThat(user(Map.of()).integer("a")).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5.5", "9223372036854775808", "1e999999999", "1e-999999999", "0x5", "NaN", "true"})
    void whatIsNoIntegerIsNone(String stored) {
        model.setSingleAttribute("a", stored);

        assertThat(user(Map.of()).integer("a")).isEmpty();
    }

    @Test
    void integerClaimIsOne() {
        assertThat(user(Map.of("a", 5L)).integer("a")).hasValue(5L);
        assertThat(user(Map.of("a", 5.5)).integer("a")).isEmpty();
        assertThat(user(Map.of("a", List.of(5, 6))).integer("a")).isEmpty();
    }

    @Test
    void booleanMayBeStoredAsText() {
        assertThat(user(Map.of("a", "true")).bool("a")).hasValue(true);
        assertThat(user(Map.of("a", false)).bool("a")).hasValue(false);
        assertThat(user(Map.of("a", "TRUE")).bool("a")).isEmpty();
        assertThat(user(Map.of("a", 1)).bool("a")).isEmpty();
    }

    @Test
    void dateIsTakenInThePagesFormatOnly() {
        assertThat(user(Map.of("a", "2020-02-03 04:05:06")).date("a", DATE)).hasValue("2020-02-03 04:05:06");
        assertThat(user(Map.of("a", "2020-02-03T04:05:06Z")).date("a", DATE)).isEmpty();
        assertThat(user(Map.of("a", "2020-13-03 04:05:06")).date("a", DATE)).isEmpty();
        assertThat(user(Map.of("a", "2019-02-30 04:05:06")).date("a", DATE)).isEmpty();
        assertThat(user(Map.of("a", 1580702706)).date("a", DATE)).isEmpty();
    }

    @Test
    void timesAreUtc() {
        model.setCreatedTimestamp(1_706_281_523_262L);

        assertThat(user(Map.of()).created(DATE)).hasValue("2024-01-26 15:05:23");
    }

    @Test
    void updatedIsCreatedWhereTheStoreKeepsNoOther() {
        assertThat(user(Map.of()).updated(DATE)).hasValue("1970-01-01 00:00:00");
    }

    @Test
    void timesThatKeycloakDoesNotKnowAreNone() {
        model.setCreatedTimestamp(null);

        assertThat(user(Map.of()).created(DATE)).isEmpty();
        assertThat(user(Map.of()).updated(DATE)).isEmpty();
    }

    private LegacyUser user(Map<String, Object> claims) {
        return new LegacyUser(model, () -> claims, attribute -> false);
    }
}
