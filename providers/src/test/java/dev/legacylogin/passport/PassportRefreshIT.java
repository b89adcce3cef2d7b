package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Refreshes and logins at {@code /oauth/token} that are granted. */
@ResourceLock(TestRealm.DEMO)
class PassportRefreshIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    private static final TestUser user = realm.createUser("a password");
    private static final PassportPath path = PassportPath.of(realm);

    @Test
    void documentedRefreshTokenGivesNewTokensOfTheSameSession() {
        JsonNode pair = path.loggedIn(user);
        JsonNode first = PassportPath.assertTokens(path.token(refresh(pair)));
        JsonNode second = PassportPath.assertTokens(path.token(refresh(first)));

        for (JsonNode tokens : new JsonNode[] {first, second}) {
            assertThat(accessToken(tokens).lastingClaims())
                    .isEqualTo(accessToken(pair).lastingClaims());
            assertThat(accessToken(tokens).scopes()).isEqualTo(accessToken(pair).scopes());
            assertThat(accessToken(tokens).text("jti"))
                    .isNotEqualTo(accessToken(pair).text("jti"));
        }
        assertThat(accessToken(second).text("sub")).isEqualTo(user.id());
    }

    @Test
    void formIsTakenAsJsonIs() {
        Map<String, String> form = PassportPath.form(refresh(path.loggedIn(user)));

        PassportPath.assertTokens(path.token().form(form).send());
    }

    @Test
    void clientIdMayBeANumberAndOtherFieldsAreDropped() {
        Map<String, Object> fields = refresh(path.loggedIn(user));
        fields.put("client_id", 2);
        fields.put("scope", "openid offline_access");
        fields.put("username", "somebody");

        JsonNode tokens = PassportPath.assertTokens(path.token(fields));
        assertThat(accessToken(tokens).scopes()).containsExactlyInAnyOrder("email", "profile");
    }

    @Test
    void rootPathRefreshesToo() {
        TestRealm demo = TestRealm.demo();
        try (TestUser other = demo.createUser("a password")) {
            JsonNode pair = PassportPath.ROOT.loggedIn(other);
            JsonNode first = PassportPath.assertTokens(PassportPath.ROOT.token(refresh(pair)));

            PassportPath.assertTokens(PassportPath.of(demo).token(refresh(first)));
        }
    }

    @Test
    void passwordIsTakenThereToo() {
        JsonNode tokens = PassportPath.assertTokens(path.token(PassportPath.fields(user)));
        assertThat(accessToken(tokens).text("sub")).isEqualTo(user.id());
        assertThat(accessToken(tokens).scopes()).containsExactlyInAnyOrder("email", "profile");

        PassportPath.assertTokens(
                path.token().form(PassportPath.form(PassportPath.fields(user))).send());
        PassportPath.assertTokens(path.token(refresh(tokens)));
    }

    @Test
    void refreshTokenOfALoginIsGoodAtKeycloaksOwnEndpoint() {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, PassportPath.CLIENT);
        JsonNode pair = path.loggedIn(user);
        Answer refreshed = own.refresh(pair.path("refresh_token").textValue());

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(accessToken(refreshed.json()).text("sid"))
                .isEqualTo(accessToken(pair).text("sid"));
        PassportPath.assertTokens(path.token(refresh(refreshed.json())));
    }

    @Test
    void refreshTokenOfKeycloaksOwnEndpointIsGoodHere() {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, PassportPath.CLIENT);
        JsonNode issued = own.password(user, "openid phone").json();
        JsonNode tokens = PassportPath.assertTokens(path.token(refresh(issued)));

        assertThat(accessToken(tokens).text("sid"))
                .isEqualTo(accessToken(issued).text("sid"));
        assertThat(accessToken(tokens).scopes()).containsExactlyInAnyOrder("openid", "phone", "email", "profile");
        assertThat(own.userInfo(tokens.path("access_token").textValue()).status())
                .isEqualTo(200);
    }

    private static Map<String, Object> refresh(JsonNode tokens) {
        return PassportPath.refresh(tokens.path("refresh_token").textValue());
    }

    private static Jwt accessToken(JsonNode tokens) {
        return Jwt.of(tokens.path("access_token").textValue());
    }
}
