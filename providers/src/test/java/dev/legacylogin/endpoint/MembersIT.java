package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Jwt;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the members of a body only the documented ones count, and only when they are texts. */
@ExtendWith(ManyLogins.class)
class MembersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("a password");
    /** What the token endpoint would understand, and no page documents. */
    private static final Map<String, String> UNDOCUMENTED = Map.of(
            "client_assertion", "eyJhbGciOiJub25lIn0.e30.",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "subject_token", "eyJhbGciOiJub25lIn0.e30.",
            "totp", "000000",
            "otp", "000000",
            "scope", "offline_access openid",
            "resource", "https://example.org",
            "claims", "{}",
            "authorization_details", "[]");

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void undocumentedMembersAreDropped(Route route) {
        ObjectNode body = Calls.body(route, user.username(), Calls.rightSecret(route, realm, user));
        UNDOCUMENTED.forEach(body::put);
        if (!route.namesItsClient()) {
            body.put("client_id", "admin-cli").put("client_secret", "wrong").put("grant_type", "client_credentials");
        }

        Answer answer = Answers.granted(route, Http.post(route, realm).json(body));
        Jwt token = Jwt.of(Calls.accessToken(route, answer));
        assertThat(token.text("azp")).isEqualTo(route.clientId());
        assertThat(token.scopes()).containsExactlyInAnyOrder("email", "profile");
    }

    @ParameterizedTest
    @EnumSource
    void parametersInTheQueryAreIgnored(Route route) {
        String query = "?username=admin&password=wrong&user=admin&client_id=admin-cli&scope=openid&refresh_token=x";
        String path = realm.path(route.path());

        Answers.granted(
                route, Calls.request(route, path + query, user.username(), Calls.rightSecret(route, realm, user)));

        Answers.assertFailure(Http.post(path + query).json("{}").send(), Failure.nothingSent(route, realm));
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(Route.values())
                .filter(Route::readsBody)
                .flatMap(route -> Stream.of(
                                "null", "\"\"", "\" \\t\"", "true", "0", "1.5", "[]", "[\"a\"]", "{\"a\":\"b\"}")
                        .filter(value -> !(value.equals("0") && route.takesNumbers()))
                        .map(value -> Arguments.of(route, value)));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void anotherTypeCountsAsAbsent(Route route, String value) throws JsonProcessingException {
        ObjectNode body = Calls.body(route, user.username(), user.password());
        for (String member : List.of("username", "user", "password", "client_id", "client_secret", "refresh_token")) {
            if (body.has(member)) {
                body.set(member, JSON.readTree(value));
            }
        }
        Answer answer = Http.post(route, realm).json(body).send();

        Answers.assertFailure(answer, Failure.nothingSent(route, realm));
    }
}
