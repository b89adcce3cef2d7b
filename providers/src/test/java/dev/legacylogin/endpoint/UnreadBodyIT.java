package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that is refused unread, or left in part, does not hold up the next request of the same connection. */
@Tag("threat-23")
class UnreadBodyIT {

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/token, 403, 200000",
        "POST, /consumer/login, 413, 200000",
        "PATCH, /consumer/login, 405, 200000",
        "POST, /api/auth/login, 413, 3000000",
        "DELETE, /v1/api/auth/refresh, 405, 100"
    })
    void theNextRequestIsAnswered(String method, String path, int status, int length) {
        assertNextIsAnswered(method, path, status, length);
    }

    /** Where the request is left as it is, because the shape is off. */
    @Test
    void norWhereTheShapeIsOff() {
        try (TestRealm realm = TestRealm.copy(RealmChange::withoutClients)) {
            assertNextIsAnswered("POST", realm.path("/consumer/login"), 404, 200_000);
        }
    }

    private static void assertNextIsAnswered(String method, String path, int status, int length) {
        String unread = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length);
        String next = "GET /realms/legacy HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";

        assertThat(RawHttp.sendOverOneConnection(unread, next, unread, next))
                .extracting(Answer::status)
                .containsExactly(status, 200, status, 200);
    }
}
