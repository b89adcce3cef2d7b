package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Clients;
import dev.legacylogin.Mappers;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The fields of a session whose login asked Keycloak for optional scopes are those of UserInfo. Keycloak may keep a scope
 * out of the token; the session and its refresh tokens have it all the same, and UserInfo, which goes by the token, not.
 */
class AskedScopesIT {
    @AutoClose
    private static final DescribedApi API = DescribedApi.of("""
            {"endpoints": [
              {"operation": "refresh", "path": "/again", "success": {"body": ["{field.shown}", "{field.hidden}"]}},
              {"operation": "me", "path": "/me", "success": {"body": ["{field.shown}", "{field.hidden}"]}}
            ]}
            """);

    @BeforeAll
    static void addScopes() {
        addOptionalScope("shown", true);
        addOptionalScope("hidden", false);
    }

    @Test
    void aScopeThatTheTokenDoesNotNameHasNoFields() {
        OwnTokenEndpoint own = new OwnTokenEndpoint(API.realm(), DescribedApi.CLIENT, "a secret");
        try (TestUser user = API.realm().createUser("a password")) {
            JsonNode tokens = own.password(user, "openid shown hidden").json();
            String accessToken = tokens.path("access_token").textValue();

            JsonNode userInfo = own.userInfo(accessToken).json();
            assertThat(userInfo.path("shown").textValue()).isEqualTo("a claim");
            assertThat(userInfo.has("hidden")).isFalse();
            assertThat(API.post("/again")
                            .json("{\"refresh_token\":\"%s\"}"
                                    .formatted(tokens.path("refresh_token").textValue()))
                            .send()
                            .body())
                    .isEqualTo("[\"a claim\",null]");
            assertThat(API.post("/me").bearer(accessToken).send().body()).isEqualTo("[\"a claim\",null]");
        }
    }

    /** With a claim of UserInfo that has the scope's name. */
    private static void addOptionalScope(String name, boolean inToken) {
        var claim = Mappers.of(
                name,
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", name, "claim.value", "a claim", "userinfo.token.claim", "true"));
        String id = Clients.addScope(API.realm(), name, scope -> {
            scope.setAttributes(Map.of("include.in.token.scope", String.valueOf(inToken)));
            scope.setProtocolMappers(List.of(claim));
        });
        Clients.admin(API.realm(), DescribedApi.CLIENT).addOptionalClientScope(id);
    }
}
