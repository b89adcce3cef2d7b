package dev.legacylogin.benchmark;

import dev.legacylogin.server.RawConnection;
import java.io.IOException;

/**
 * A login at Keycloak's own token endpoint and then UserInfo: how an app gets the user's fields without the jar.
 *
 * @param logins those of several users
 * @param userInfoPath where UserInfo is
 */
record LoginAndUserInfo(Requests logins, String userInfoPath) implements Visit {

    @Override
    public Target target() {
        return logins.target();
    }

    @Override
    public void over(RawConnection connection) throws IOException {
        String token = logins.answer(connection).text("/access_token");
        Visit.expect(
                200, connection, Message.of("GET", userInfoPath).bearer(token).bytes());
    }
}
