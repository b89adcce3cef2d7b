package dev.legacylogin.threats;

import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;

/** A documented way to refresh, and the same client's way at Keycloak's own token endpoint. */
final class Refresh {
    /** Every way that is documented: one for each shape that gives out refresh tokens. */
    static final List<Refresh> ALL = Route.EACH_SHAPE.stream()
            .filter(Route::givesRefreshToken)
            .map(Refresh::new)
            .toList();

    final Login login;

    private Refresh(Route route) {
        this.login = Login.at(route);
    }

    /** The one after a login at this path. */
    static Refresh after(Route route) {
        return ALL.stream()
                .filter(refresh -> refresh.login.route == route)
                .findFirst()
                .orElseThrow();
    }

    Answer send(TestRealm realm, String refreshToken) {
        return Calls.refresh(login.route, realm, refreshToken).send();
    }

    /** The documented answer to a bad refresh token. */
    Failure denied() {
        return Failure.wrongToken(login.route);
    }

    /** A refresh of the same client at Keycloak's own token endpoint. */
    Answer own(TestRealm realm, String refreshToken) {
        return login.endpoint(realm).refresh(refreshToken);
    }

    /** A refresh token of this client, from Keycloak's own token endpoint. */
    String token(TestUser user, String password) {
        return login.endpoint(user.realm()).refreshToken(user.username(), password);
    }

    @Override
    public String toString() {
        return login.toString();
    }
}
