package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Jwt;
import dev.legacylogin.token.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cookie {@code pb_auth} at its limits, and on https. */
class PocketbaseCookieTest {

    private static final String ENCODED_MODEL =
            "%22model%22%3A%7B%22avatar%22%3A%22%22%2C%22collectionId%22%3A%22c%22%2C%22collectionName%22%3A%22n%22%2C"
                    + "%22created%22%3A%22%22%2C%22email%22%3A%22a%40b.c%22%2C%22emailVisibility%22%3Afalse%2C"
                    + "%22id%22%3A%221%22%2C%22language%22%3A%22%22%2C%22location%22%3Anull%2C%22token%22%3A%22%22%2C"
                    + "%22unit%22%3A%22%22%2C%22updated%22%3A%22%22%2C%22username%22%3A%22u%22%2C%22verified%22%3Atrue%7D";
    private static final String ENCODED_TRIMMED_MODEL =
            "%22model%22%3A%7B%22id%22%3A%221%22%2C%22email%22%3A%22a%40b.c%22%2C%22collectionId%22%3A%22c%22%2C"
                    + "%22username%22%3A%22u%22%2C%22verified%22%3Atrue%7D";
    private static final String NO_MODEL = "%22model%22%3Anull";

    @Test
    void wholeModelWhereThereIsRoom() {
        assertThat(shown(header(100, false)))
                .contains("pb_auth=%7B%22token%22%3A%22" + token(100) + "%22%2C" + ENCODED_MODEL
                        + "%7D; Path=/; Expires=<date>; SameSite=Strict");
    }

    @Test
    void endsWithTheToken() {
        assertThat(header(100, false).orElseThrow()).contains("; Expires=Fri, 02 Jan 2026 03:04:05 GMT;");
    }

    @Test
    void secureOnHttps() {
        assertThat(shown(header(100, true)).orElseThrow())
                .endsWith("; Path=/; Expires=<date>; Secure; SameSite=Strict");
    }

    @Test
    void asMuchOfTheModelAsFitsUnderTheLimit() {
        String rest =
                "pb_auth=%7B%22token%22%3A%22%22%2C%7D; Path=/; Expires=Fri, 02 Jan 2026 03:04:05 GMT; SameSite=Strict";
        int room = 4095 - rest.length();

        assertHolds(room - ENCODED_MODEL.length(), ENCODED_MODEL);
        assertHolds(room - ENCODED_MODEL.length() + 1, ENCODED_TRIMMED_MODEL);
        assertHolds(room - ENCODED_TRIMMED_MODEL.length(), ENCODED_TRIMMED_MODEL);
        assertHolds(room - ENCODED_TRIMMED_MODEL.length() + 1, NO_MODEL);
        assertHolds(room - NO_MODEL.length(), NO_MODEL);
        assertThat(header(room - NO_MODEL.length() + 1, false)).isEmpty();
    }

    private static void assertHolds(int tokenLength, String encodedModel) {
        assertThat(header(tokenLength, false).orElseThrow())
                .contains("a%22%2C" + encodedModel + "%7D; Path")
                .hasSizeLessThan(4096);
    }

    private static Optional<String> shown(Optional<String> header) {
        return header.map(
                text -> text.replaceAll("Expires=\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT", "Expires=<date>"));
    }

    private static Optional<String> header(int tokenLength, boolean secure) {
        Tokens tokens = new Tokens(token(tokenLength), 300, null, 0, "");
        PocketbaseRecord user =
                new PocketbaseRecord("", "c", "n", "", "a@b.c", false, "1", "", null, "", "", "", "u", true);
        return PocketbaseFields.set(PocketbaseCookie.versions(tokens, user, secure));
    }

    /** A token of this length. A part of it, being Base64, cannot have just any. */
    private static String token(int length) {
        String token = Jwt.encoded("{\"alg\":\"RS256\"}") + "." + Jwt.encoded("{\"exp\":1767323045}") + ".";
        if ((length - token.length()) % 4 == 1) {
            token = Jwt.encoded("{\"alg\":\"RS256\"}") + "." + Jwt.encoded("{\"exp\":1767323045 }") + ".";
        }
        return token + "a".repeat(length - token.length());
    }
}
