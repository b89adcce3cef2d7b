package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.server.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares whole answers: status, every header that is not Keycloak's own or the connection's, and the body as text. A
 * token in it is shown as its type and client ({@code <Bearer legacy-fusio>}), the end of a cookie as {@code <date>}.
 */
public final class Expect {

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern EXPIRES =
            Pattern.compile("Expires=\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    /** What Keycloak and the connection add to each of their answers, by version. */
    private static final Set<String> IGNORED = Set.of(
            "content-length",
            "referrer-policy",
            "strict-transport-security",
            "x-frame-options",
            "x-robots-tag",
            "x-xss-protection");

    private Expect() {}

    /**
     * The answer is this JSON, under the headers that every answer carries and these.
     *
     * @param moreHeaders names in lower case, each with its value behind it
     */
    public static void json(Answer answer, int status, String body, String... moreHeaders) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "cache-control", "no-store",
                "content-type", "application/json",
                "vary", "Origin",
                "x-content-type-options", "nosniff"));
        for (int i = 0; i < moreHeaders.length; i += 2) {
            headers.put(moreHeaders[i], moreHeaders[i + 1]);
        }
        assertThat(shown(answer.body())).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(headers(answer)).isEqualTo(headers);
    }

    /** The headers that let a script of this origin read an answer, for {@link #json}. */
    public static String[] allowed(String origin) {
        return new String[] {"access-control-allow-origin", origin, "access-control-allow-credentials", "true"};
    }

    /** The remaining lifetime that was answered: Keycloak counts the seconds that its own work took. */
    public static int seconds(JsonNode answered, int lifetime) {
        assertThat(answered.isInt()).isTrue();
        assertThat(answered.intValue()).isBetween(lifetime - 5, lifetime);
        return answered.intValue();
    }

    /** How long a token lives: between looking at the clock for one end and for the other, a second may begin. */
    public static void lifetime(Jwt token, int seconds) {
        assertThat(token.seconds("exp") - token.seconds("iat")).isBetween(seconds - 1L, seconds + 1L);
    }

    /** A text in which everything that differs each time is replaced. */
    public static String shown(String text) {
        String withoutTokens =
                TOKEN.matcher(text).replaceAll(found -> Jwt.of(found.group()).shown());
        return EXPIRES.matcher(withoutTokens).replaceAll("Expires=<date>");
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), joined(values));
            }
        });
        return headers;
    }

    private static String joined(List<String> values) {
        return shown(String.join("\n", values));
    }
}
