package dev.legacylogin.nomic;

import dev.legacylogin.http.RefusedException;
import dev.legacylogin.http.Utf8;
import java.util.Base64;
import java.util.Optional;

/** Name and password of a Basic {@code Authorization} header (RFC 7617), in UTF-8. */
record BasicCredentials(String username, String password) {

    /** Reads what follows the scheme; empty where it is not base64 of UTF-8 with a colon, or a part is blank. */
    static Optional<BasicCredentials> parse(String encoded) {
        try {
            String text = Utf8.decode(Base64.getDecoder().decode(encoded));
            int colon = text.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            return Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)))
                    .filter(credentials -> !credentials.username().isBlank()
                            && !credentials.password().isBlank());
        } catch (IllegalArgumentException | RefusedException e) {
            return Optional.empty();
        }
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "BasicCredentials";
    }
}
