package dev.legacylogin.stores;

import static dev.legacylogin.http.Fault.UNEXPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.inserver.Fault;
import dev.legacylogin.inserver.Mapper;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestProviders;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A foreign mapper that fails, or that maps what is no JSON. */
@Tag("threat-42")
class ForeignMapperIT {
    /** Whose answers carry something of the user. */
    private static final Set<Route> WITH_FIELDS = Set.of(Route.POCKETBASE, Route.PASSPORT, Route.SPHINX);

    private static final List<String> FIELDS = List.of("avatar", "location", "role", "redirect");

    @BeforeAll
    static void needProviders() {
        TestProviders.needed();
    }

    @ParameterizedTest
    @EnumSource
    void failureIntoTheTokenIsAnsweredInThePagesForm(Fault fault) {
        in(client -> addMapper(client, "access.token.claim", Mapper.FAULT, fault.label()), (realm, user) -> {
            for (Route route : Route.LOGINS) {
                assertUnexpected(realm, route, Calls.right(route, realm, user).send());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void failureIntoUserInfoConcernsAnswersWithFieldsOnly(Fault fault) {
        in(client -> addMapper(client, "userinfo.token.claim", Mapper.FAULT, fault.label()), (realm, user) -> {
            for (Route route : Route.values()) {
                if (WITH_FIELDS.contains(route)) {
                    assertUnexpected(
                            realm, route, Calls.right(route, realm, user).send());
                } else if (route != Route.SPHINX_REFRESH) { // which needs a login first
                    Answers.assertGranted(route, Calls.right(route, realm, user).send());
                }
            }
        });
    }

    @Test
    void whatIsNoJsonCountsAsEmpty() {
        Consumer<ObjectNode> mappers =
                client -> FIELDS.forEach(field -> addMapper(client, "userinfo.token.claim", Mapper.CLAIM, field));
        in(mappers, (realm, user) -> {
            Answer pocketbase = Answers.granted(Route.POCKETBASE, Calls.right(Route.POCKETBASE, realm, user));
            assertThat(pocketbase.text("/record/avatar")).isEmpty();
            assertThat(pocketbase.json().at("/record/location").isNull()).isTrue();
            Answer passport = Answers.granted(Route.PASSPORT, Calls.right(Route.PASSPORT, realm, user));
            assertThat(passport.json().at("/logged_in_user/role").isNull()).isTrue();
            Answer sphinx = Answers.granted(Route.SPHINX, Calls.right(Route.SPHINX, realm, user));
            assertThat(sphinx.json().has("redirect")).isFalse();
        });
    }

    private static void in(Consumer<ObjectNode> client, BiConsumer<TestRealm, TestUser> test) {
        try (TestRealm realm = TestRealm.forManyLogins(
                        json -> RealmChange.clients(json).forEach(client));
                TestUser user = realm.createUser("a password")) {
            test.accept(realm, user);
        }
    }

    private static void addMapper(ObjectNode client, String target, String setting, String value) {
        RealmChange.mapper(client, Mapper.ID, Map.of(target, "true", setting, value));
    }

    private static void assertUnexpected(TestRealm realm, Route route, Answer answer) {
        Answers.assertFailure(answer, Failure.of(UNEXPECTED, route, realm));
    }
}
