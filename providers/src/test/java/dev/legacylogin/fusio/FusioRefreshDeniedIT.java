package dev.legacylogin.fusio;

import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh by {@code PUT /consumer/login} that fails: 400 always, and the reason stays inside. */
@ResourceLock(TestRealm.DEMO)
class FusioRefreshDeniedIT {

    private static final String BAD = "Invalid refresh token";

    private static final TestRealm REALM = TestRealm.demo();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"refresh_token\":null}",
                "{\"refresh_token\":\"\"}",
                "{\"refresh_token\":\" \"}",
                "{\"refresh_token\":5}",
                "{\"refresh_token\":[\"a\"]}",
                "{\"refresh_token\":\"junk\"}",
                "{\"refresh_token\":\"a.b.c\"}",
                "{\"refresh_token\":\"eyJhbGciOiJub25lIn0.eyJ0eXAiOiJSZWZyZXNoIn0.\"}",
                "{\"username\":\"TestUser\",\"password\":\"password\"}"
            })
    void whatIsNoRefreshTokenIsRefused(String body) {
        FusioPath.failed(FusioPath.put(REALM, body), BAD);
    }

    @Test
    void emptyBodyIsRefused() {
        FusioPath.failed(Http.put(REALM.path(FusioPath.PATH)).form(Map.of()).send(), BAD);
    }
}
