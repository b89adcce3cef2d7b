package dev.legacylogin.passport;

import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.BodyType.Also;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.ServedBy.Credentials;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A Laravel application with Passport: <a href="https://github.com/sprguillen/hpo-v2">sprguillen/hpo-v2</a>. Its
 * requests name their client.
 */
public final class Passport {
    /** As PHP and Laravel read it. */
    static final BodyType BODY = BodyType.JSON.and(Also.FORM, Also.MULTIPART);

    /** The application's login, and Passport's own token route, where its refresh token is of use. */
    public static final Shape SHAPE = new Shape(
            new PassportSettings(),
            new ServedBy.NamedClient(),
            Promises.NONE
                    .accessToken(31622399)
                    .refreshToken(0)
                    .usernamesWhere(settings -> !PassportSettings.hidesUnknownUsername(settings))
                    .trustedFields(
                            "legacy_id",
                            "legacy_username",
                            "username",
                            "role",
                            "is_active",
                            "code",
                            "global_prefix",
                            "api_token"),
            List.of(new PassportLogin(), new PassportToken()),
            Optional.of(new PassportUsers()));

    private Passport() {}

    /** In the body. Laravel trims every member but passwords. */
    static Credentials credentials(Members body) {
        return new Credentials(body.trimmed("client_id"), body.trimmed("client_secret"));
    }

    /** As sent; a number is compared as the text that it is hashed from. */
    static Optional<String> password(Members body) {
        return body.textOrInteger("password");
    }
}
