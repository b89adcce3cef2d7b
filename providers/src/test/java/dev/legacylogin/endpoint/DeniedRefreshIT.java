package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A refresh that fails, in a realm that revokes used refresh tokens: one answer for all, and the reason stays inside. */
class DeniedRefreshIT {
    private static final List<Route> LOGINS =
            Route.EACH_SHAPE.stream().filter(Route::givesRefreshToken).toList();

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins(json -> {
        json.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0);
        RealmChange.settings(json, Route.FUSIO.clientId()).put("response", "extended");
    });

    @AutoClose
    private static TestRealm another = TestRealm.forManyLogins();

    /** What is sent in place of a good refresh token. */
    enum Bad {
        JUNK((login, user) -> "junk"),
        THREE_PARTS((login, user) -> "a.b.c"),
        UNSIGNED((login, user) -> "eyJhbGciOiJub25lIn0.eyJ0eXAiOiJSZWZyZXNoIn0."),
        LONG((login, user) -> "a".repeat(4000)),
        TOO_LONG((login, user) -> "a".repeat(4001)),
        MUCH_TOO_LONG((login, user) -> "a".repeat(15_000)),
        CHANGED((login, user) -> {
            String good = good(login, user);
            int middle = good.lastIndexOf('.') + 20;
            return good.substring(0, middle) + (good.charAt(middle) == 'A' ? 'B' : 'A') + good.substring(middle + 1);
        }),
        ACCESS_TOKEN((login, user) -> Calls.accessToken(login, realm, user)),
        OF_ANOTHER_CLIENT(
                (login, user) -> OwnTokenEndpoint.of(realm, Route.NOMIC).refreshToken(user)),
        OF_ANOTHER_REALM((login, user) -> {
            TestUser stranger = another.createUser("a password");
            return OwnTokenEndpoint.of(another, login).refreshToken(stranger);
        }),
        USED((login, user) -> {
            String good = good(login, user);
            Answers.granted(Calls.refreshedAt(login), Calls.refresh(login, realm, good));
            return good;
        }),
        USED_AT_KEYCLOAKS_OWN_ENDPOINT((login, user) -> {
            String good = good(login, user);
            assertThat(OwnTokenEndpoint.of(realm, login).refresh(good).status()).isEqualTo(200);
            return good;
        }),
        OF_A_SESSION_THAT_HAS_ENDED((login, user) -> {
            String good = good(login, user);
            user.admin().logout();
            return good;
        }),
        OF_A_USER_WHO_WAS_DISABLED((login, user) -> {
            String good = good(login, user);
            user.change(it -> it.setEnabled(false));
            return good;
        }),
        OF_A_USER_WHO_WAS_DELETED((login, user) -> {
            String good = good(login, user);
            user.close();
            return good;
        });

        private final BiFunction<Route, TestUser, String> token;

        Bad(BiFunction<Route, TestUser, String> token) {
            this.token = token;
        }
    }

    static Stream<Arguments> loginsAndTokens() {
        return Route.crossed(LOGINS, List.of(Bad.values()));
    }

    @ParameterizedTest
    @MethodSource("loginsAndTokens")
    void isAnsweredTheSame(Route login, Bad bad) {
        String token = bad.token.apply(login, realm.createUser("a password"));

        Answers.assertFailure(Calls.refresh(login, realm, token).send(), Failure.wrongToken(login));
    }

    /** As at Keycloak's own endpoint. */
    @ParameterizedTest
    @FieldSource("LOGINS")
    void reuseEndsWhatWasIssuedForTheToken(Route login) {
        String used = good(login, realm.createUser("a password"));
        String newer = OwnTokenEndpoint.of(realm, login).refresh(used).text("/refresh_token");

        Answers.assertFailure(Calls.refresh(login, realm, used).send(), Failure.wrongToken(login));
        Answers.assertFailure(Calls.refresh(login, realm, newer).send(), Failure.wrongToken(login));
    }

    private static String good(Route login, TestUser user) {
        return Calls.refreshToken(login, realm, user);
    }
}
