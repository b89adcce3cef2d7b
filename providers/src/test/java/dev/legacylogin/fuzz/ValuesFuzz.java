package dev.legacylogin.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.nomic.NomicValues;
import dev.legacylogin.passport.PassportFields;
import dev.legacylogin.pocketbase.PocketbaseFields;
import dev.legacylogin.sphinx.SphinxValues;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * Values from outside that are not a body: Basic credentials, the fields of a user, a setting. See docs/fuzzing.md.
 *
 * <p>An input has one value a line: {@code name=value} is a user attribute, {@code name:value} a claim as JSON,
 * {@code >value} the setting of where a user with an outdated password is sent, {@code Basic value} a header, and
 * {@code @value} what a Basic header encodes.
 */
class ValuesFuzz {
    /** It warns of every value that does not fit: not here, where most do not. */
    private static final Logger LOG = Logger.getLogger(LegacyUser.class.getName());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RECORD = List.of(
            "avatar",
            "collectionId",
            "collectionName",
            "created",
            "email",
            "emailVisibility",
            "id",
            "language",
            "location",
            "token",
            "unit",
            "updated",
            "username",
            "verified");
    private static final List<String> USER = List.of(
            "id",
            "code",
            "global_prefix",
            "role",
            "username",
            "email",
            "api_token",
            "first_name",
            "last_name",
            "contact_number",
            "business_name",
            "business_address",
            "is_active",
            "created_at",
            "updated_at");

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @Timeout(20)
    @FuzzTest(maxDuration = "1m")
    void values(byte[] input) throws IOException {
        LightweightUserAdapter model = new LightweightUserAdapter(null, "fuzz");
        model.setUsername("fuzz");
        Map<String, Object> claims = new HashMap<>();
        for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n")) {
            if (line.startsWith("Basic ")) {
                NomicValues.credentials(line.substring(6)).ifPresent(ValuesFuzz::checkCredentials);
            } else if (line.startsWith("@")) {
                checkCredentials(line.substring(1).getBytes(StandardCharsets.ISO_8859_1));
            } else if (line.startsWith(">")) {
                checkRedirect(utf8(line.substring(1)));
            } else {
                take(utf8(line), model, claims);
            }
        }
        LegacyUser user = new LegacyUser(new Granted(null, model, () -> claims, attribute -> false));

        checkRecord(PocketbaseFields.render(user), input.length);
        checkUser(PassportFields.render(user), input.length);
        user.text("redirect").ifPresent(redirect -> assertThat(redirect).isNotEmpty());
        checkCookie(user);
    }

    private static void take(String line, LightweightUserAdapter model, Map<String, Object> claims) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        if (colon >= 0 && (equals < 0 || colon < equals)) {
            try {
                claims.put(line.substring(0, colon), JSON.readValue(line.substring(colon + 1), Object.class));
            } catch (JsonProcessingException e) {
                claims.put(line.substring(0, colon), line.substring(colon + 1));
            }
        } else if (equals >= 0) {
            model.setSingleAttribute(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void checkCredentials(byte[] encoded) {
        NomicValues.credentials(Base64.getEncoder().encodeToString(encoded)).ifPresent(credentials -> {
            checkCredentials(credentials);
            assertThat(String.join(":", credentials).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(encoded);
        });
    }

    private static void checkCredentials(List<String> usernameAndPassword) {
        assertThat(usernameAndPassword).noneMatch(String::isBlank);
        assertThat(usernameAndPassword.get(0)).doesNotContain(":");
    }

    private static void checkRecord(byte[] json, int inputLength) throws IOException {
        JsonNode record = check(json, RECORD, inputLength);
        assertThat(record.path("emailVisibility").isBoolean()).isTrue();
        assertThat(record.path("verified").isBoolean()).isTrue();
        assertThat(record.path("unit").textValue()).isIn("", "metric", "imperial");
        JsonNode location = record.path("location");
        if (!location.isNull()) {
            assertThat(names(location)).containsExactly("lat", "lon", "name");
            assertThat(location.path("lat").isNumber()).isTrue();
            assertThat(location.path("lon").isNumber()).isTrue();
            assertThat(location.path("name").isTextual()).isTrue();
        }
        RECORD.stream()
                .filter(name ->
                        !Set.of("emailVisibility", "verified", "location").contains(name))
                .forEach(name ->
                        assertThat(record.path(name).isTextual()).as(name).isTrue());
    }

    private static void checkUser(byte[] json, int inputLength) throws IOException {
        JsonNode user = check(json, USER, inputLength);
        assertThat(user.path("id").isIntegralNumber()).isTrue();
        for (String name : List.of("role", "is_active")) {
            assertThat(user.path(name).isIntegralNumber() || user.path(name).isNull())
                    .as(name)
                    .isTrue();
        }
        USER.stream()
                .filter(name -> !Set.of("id", "role", "is_active").contains(name))
                .forEach(name -> assertThat(
                                user.path(name).isTextual() || user.path(name).isNull())
                        .as(name)
                        .isTrue());
    }

    /** Its own members, in their order, and no longer than its values can be once they are escaped. */
    private static JsonNode check(byte[] json, List<String> names, int inputLength) throws IOException {
        assertThat(json).hasSizeLessThan(6 * inputLength + 1024);
        JsonNode object = JSON.readTree(json);
        assertThat(names(object)).isEqualTo(names);
        return object;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void checkCookie(LegacyUser user) {
        Tokens tokens = new Tokens("e30.e30.e30", 60, null, 0, "");
        assertThat(PocketbaseFields.cookie(tokens, user))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .hasSizeLessThan(4096)
                        .matches(
                                "pb_auth=[A-Za-z0-9%._*-]+; Path=/; Expires=[A-Za-z0-9,: ]+; Secure; SameSite=Strict"));
    }

    /** A path, or a URL of http or https, and nothing that could end the place where it stands. */
    private static void checkRedirect(String stored) {
        String redirect = SphinxValues.passwordResetRedirect(stored);
        assertThat(redirect).isIn(stored, "pw/reset").hasSizeLessThan(600).matches("[!-~&&[^\"<>]]+");
        if (!redirect.matches("https?://[A-Za-z0-9].*")) {
            assertThat(redirect).doesNotContain(":").doesNotStartWith("//").doesNotStartWith("/\\");
        }
    }
}
