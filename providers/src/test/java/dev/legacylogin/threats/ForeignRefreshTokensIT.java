package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;

import dev.legacylogin.Answers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 21: refresh tokens that are not this client's, not this realm's, too long, or none at all. */
@Tag("threat-21")
class ForeignRefreshTokensIT {
    // with detection on, Keycloak refuses a login that follows another one of the same user too closely
    @AutoClose
    private static final TestRealm realm = Login.realm(RealmChange::withoutBruteForceDetection);

    @AutoClose
    private static final TestRealm other = Login.realm(json -> {});

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Refresh#ALL")
    void areRefused(Refresh refresh) {
        Refresh another = refresh.login.route == Route.FUSIO ? Refresh.after(Route.SPHINX) : Refresh.after(Route.FUSIO);
        try (TestUser user = realm.createUser(RIGHT);
                TestUser stranger = other.createUser(RIGHT)) {
            String good = refresh.token(user, RIGHT);
            String access = refresh.login.own(user, RIGHT).text("/access_token");
            for (String bad : new String[] {
                another.token(user, RIGHT),
                refresh.token(stranger, RIGHT),
                access,
                good + "x",
                good + "a".repeat(4000),
                good.substring(0, good.length() - 2),
                "eyJhbGciOiJub25lIn0.e30.",
                "junk",
                "a\u0000b",
                "..",
                "\ud83d\ude00"
            }) {
                Answers.assertFailure(refresh.send(realm, bad), refresh.denied());
            }
            Threats.assertGranted(refresh.send(realm, good));
        }
    }
}
