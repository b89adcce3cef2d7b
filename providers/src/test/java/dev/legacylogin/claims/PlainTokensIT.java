package dev.legacylogin.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PocketBase's SDK decodes a payload by {@code atob}, without a conversion from base64url, and takes a token that it
 * cannot decode for expired: a real name is enough, <a href="https://github.com/pocketbase/js-sdk">in all versions</a>.
 */
class PlainTokensIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(
            json -> RealmChange.client(json, Route.POCKETBASE.clientId()).put("fullScopeAllowed", true));

    private static final List<String> NAMES = List.of(
            "Zoë ÿÿ",
            "Jürgen Groß",
            "Ольга Иванова",
            "Ελένη Παπαδοπούλου",
            "محمد علي",
            "דוד כהן",
            "राम शर्मा",
            "王小明",
            "さくら やまだ",
            "김민준",
            "Łukasz Żółć");

    /** In every length from one letter up, so that what follows stands at every place. */
    @ParameterizedTest
    @ValueSource(strings = {"origin", "keycloak"})
    void everyTokenCanBeRead(String claims) {
        try (TestUser user = userWith(claims)) {
            for (String name : NAMES) {
                for (int length = 1; length <= Math.min(4, name.length()); length++) {
                    String first = name.substring(0, length);
                    user.change(changed -> {
                        changed.setFirstName(first);
                        changed.setLastName(name);
                    });
                    assertReadable(claims, Calls.accessToken(Route.POCKETBASE, realm, user));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "keycloak"})
    void thatOfARefreshAtKeycloaksOwnEndpointToo(String claims) {
        try (TestUser user = userWith(claims)) {
            user.change(changed -> changed.setFirstName("ÿÿÿ"));
            OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, Route.POCKETBASE);
            Answer login = own.password(user, "openid");
            Answer refresh = own.refresh(login.text("/refresh_token"));

            for (Answer answer : List.of(login, refresh)) {
                assertReadable(claims, answer.text("/access_token"));
            }
            assertThat(own.userInfo(refresh.text("/access_token")).text("/given_name"))
                    .isEqualTo("ÿÿÿ");
        }
    }

    /** What is not ASCII is in the answer's record, and in UserInfo. */
    @ParameterizedTest
    @ValueSource(strings = {"origin", "keycloak"})
    void onlyTheClaimThatCannotBeReadIsLeftOut(String claims) {
        try (TestUser user = userWith(claims)) {
            user.change(changed -> changed.setLastName("Groß"));
            Jwt token = Jwt.of(Calls.accessToken(Route.POCKETBASE, realm, user));

            assertThat(token.claims().has("name")).isFalse();
            assertThat(token.claims().has("family_name")).isFalse();
            assertThat(token.text("given_name")).isEqualTo("Test");
            assertThat(token.text("preferred_username")).isEqualTo(user.username());
            assertThat(token.text("email")).isEqualTo(user.username() + "@example.org");
            assertThat(token.text("sub")).isEqualTo(user.id());
        }
    }

    /** A user whose tokens have these claims from now on. */
    private static TestUser userWith(String claims) {
        ClaimsRealm.set(realm, Route.POCKETBASE, claims);
        return realm.createUser("a password");
    }

    private static void assertReadable(String claims, String token) {
        assertThat(token.split("\\.")[1]).doesNotContain("-", "_");
        assertThat(Jwt.of(token).claims().has("collectionId")).isEqualTo(claims.equals("origin"));
    }
}
