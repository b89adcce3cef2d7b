package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * UserInfo wants the scope {@code openid}. Fusio's page lets the caller ask for it; of the others, whose pages know no
 * scopes, a client gets it from a default client scope of that name.
 */
class UserInfoIT {
    @AutoClose
    private static final TestRealm without = TestRealm.forManyLogins();

    @AutoClose
    private static final TestRealm with = TestRealm.forManyLogins();

    @BeforeAll
    static void addDefaultScopeOpenid() {
        Clients.addScope(with, "openid", scope -> scope.setAttributes(Map.of("include.in.token.scope", "true")));
        Clients.giveByDefault(with, "openid");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutOpenidAsItDoesKeycloaksOwn(Route route) {
        try (TestUser user = without.createUser("a password")) {
            String ownToken = OwnTokenEndpoint.of(without, route).password(user).text("/access_token");
            String ours = Calls.accessToken(route, without, user);

            Answer ownInfo = OwnTokenEndpoint.of(without, route).userInfo(ownToken);
            Answer info = OwnTokenEndpoint.of(without, route).userInfo(ours);

            assertThat(ownInfo.status()).isEqualTo(403);
            assertThat(info.status()).isEqualTo(403);
            assertThat(info.body()).isEqualTo(ownInfo.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesATokenOfAClientWithOpenid(Route route) {
        try (TestUser user = with.createUser("a password")) {
            Answer granted = Answers.granted(route, Calls.right(route, with, user));

            assertUserInfo(user, OwnTokenEndpoint.of(with, route).userInfo(Calls.accessToken(route, granted)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FUSIO")
    void takesATokenThatAskedForOpenid(Route route) {
        try (TestUser user = without.createUser("a password")) {
            ObjectNode body = Calls.body(route, user.username(), user.password());
            body.putArray("scopes").add("openid").add("profile");
            Answer granted = Answers.granted(route, Http.post(route, without).json(body));

            assertUserInfo(user, OwnTokenEndpoint.of(without, route).userInfo(Calls.accessToken(route, granted)));
        }
    }

    private static void assertUserInfo(TestUser user, Answer info) {
        assertThat(info.status()).as(info.toString()).isEqualTo(200);
        assertThat(info.text("/sub")).isEqualTo(user.id());
        assertThat(info.text("/preferred_username")).isEqualTo(user.username());
    }
}
