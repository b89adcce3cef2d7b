package dev.legacylogin.stores;

import static dev.legacylogin.http.Fault.UNEXPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.inserver.Fault;
import dev.legacylogin.inserver.Place;
import dev.legacylogin.inserver.Store;
import dev.legacylogin.inserver.StoreFactory;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestProviders;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Users whom a foreign store has, of getters and without attributes, and a store that fails. */
@Tag("threat-42")
class ForeignStoreIT {
    @AutoClose
    private static TestRealm realm;

    @BeforeAll
    static void createRealm() {
        TestProviders.needed();
        realm = TestRealm.forManyLogins();
        Federation.takeIncompleteProfiles(realm);
        Federation.add(realm, "store", Federation.STORE, StoreFactory.ID, null, Map.of("cachePolicy", "NO_CACHE"));
    }

    static Stream<Arguments> failures() {
        return Route.LOGINS.stream()
                .flatMap(route -> Stream.of(Place.values())
                        .filter(place -> reaches(route, place))
                        .flatMap(place -> Stream.of(Fault.values()).map(fault -> Arguments.of(route, place, fault))));
    }

    /** Whether an answer of that path needs what fails there; a token may need it besides, by its client's scopes. */
    private static boolean reaches(Route route, Place place) {
        return switch (place) {
            case LOOKUP, PASSWORD, COMMIT -> true;
            case EMAIL -> route == Route.POCKETBASE || route == Route.PASSPORT;
            case ATTRIBUTE -> route == Route.POCKETBASE || route == Route.PASSPORT || route == Route.SPHINX;
        };
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void itsUsersLogIn(Route route) {
        Answers.assertGranted(route, login(route, Store.username()));
    }

    @Test
    void pocketbaseHasWhatTheGettersAnswer() {
        JsonNode record = login(Route.POCKETBASE, Store.username()).json().path("record");

        assertThat(record.path("email").textValue()).isEqualTo(Store.email(Store.username()));
        assertThat(record.path("username").textValue()).isEqualTo(Store.username());
        assertThat(record.path("verified").booleanValue()).isTrue();
    }

    @Test
    void whatTheStoreLetsItsUsersWriteIsNotBelieved() {
        JsonNode user = login(Route.PASSPORT, Store.withAttributes()).json().path("logged_in_user");

        assertThat(user.path("business_name").textValue()).isEqualTo("business_name");
        assertThat(user.has(Store.OWN_FIELD)).isTrue();
        assertThat(user.path(Store.OWN_FIELD).isNull()).isTrue();
    }

    @Test
    void passportHasWhatTheGettersAnswer() {
        JsonNode user = login(Route.PASSPORT, Store.username()).json().path("logged_in_user");

        assertThat(user.path("email").textValue()).isEqualTo(Store.email(Store.username()));
        assertThat(user.path("username").textValue()).isEqualTo(Store.username());
        assertThat(user.path("first_name").textValue()).isEqualTo(Store.GIVEN_NAME);
        assertThat(user.path("last_name").textValue()).isEqualTo(Store.FAMILY_NAME);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itsFailureIsAnsweredInThePagesForm(Route route, Place place, Fault fault) {
        Answer answer = login(route, place.username(fault));

        Answers.assertFailure(answer, Failure.of(UNEXPECTED, route, realm));
    }

    private static Answer login(Route route, String username) {
        return Calls.request(route, realm, username, Store.PASSWORD).send();
    }
}
