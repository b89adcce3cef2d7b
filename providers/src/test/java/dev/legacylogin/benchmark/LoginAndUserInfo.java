package dev.legacylogin.benchmark;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A login at Keycloak's own token endpoint and then UserInfo: how an app gets the user's fields without the jar. */
final class LoginAndUserInfo implements Visit {

    private static final int OK = 200;

    private final Target target;
    private final List<byte[]> logins;
    private final String userInfoPath;
    private final AtomicInteger next = new AtomicInteger();

    LoginAndUserInfo(Target target, List<Message> logins, String userInfoPath) {
        this.target = target;
        this.logins = logins.stream().map(Message::bytes).toList();
        this.userInfoPath = userInfoPath;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void over(RawConnection connection) throws IOException {
        int turn = Math.floorMod(next.getAndIncrement(), logins.size());
        Answer login = Visit.expect(OK, connection, logins.get(turn));
        String token = login.text("/access_token");
        Visit.expect(
                OK, connection, Message.of("GET", userInfoPath).bearer(token).bytes());
    }
}
