package dev.legacylogin.passport;

import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.List;

/**
 * A Laravel application with Passport: <a href="https://github.com/sprguillen/hpo-v2">sprguillen/hpo-v2</a>. Its
 * requests name their client.
 */
public final class Passport {
    /** The application's login, and Passport's own token route, where its refresh token is of use. */
    public static final Shape SHAPE = new Shape(
            new PassportSettings(),
            new ServedBy.NamedClient(Passport::credentials),
            Promises.NONE
                    .accessToken(31622399)
                    .refreshToken(0)
                    .usernamesWhere(settings -> !PassportSettings.hidesUnknownUsername(settings)),
            List.of(new PassportLogin(), new PassportToken()));

    private Passport() {}

    private static ServedBy.Credentials credentials(Call call) {
        return new ServedBy.Credentials(
                call.body().textOrInteger("client_id"), call.body().text("client_secret"));
    }
}
