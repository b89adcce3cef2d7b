package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** With -Pcontainer: what a documented call leaves behind is in PostgreSQL, and nowhere else. */
@Tag("container")
@ResourceLock(TestRealm.DEMO)
class PostgresqlIT {

    private final ContainerServer server = (ContainerServer) TestServer.get();

    @Test
    void realmsAreThere() {
        assertThat(server.query("select name from realm")).contains("master", "legacy");
    }

    @Test
    void sessionOfALoginIsThere() {
        try (TestUser user = TestRealm.demo().createUser("a password")) {
            Answers.granted(Http.post("/realms/legacy/consumer/login")
                    .json("{\"username\":\"" + user.username() + "\",\"password\":\"a password\"}"));

            assertThat(server.query("select count(*) from offline_user_session where user_id = '" + user.id() + "'"))
                    .containsExactly("1");
        }
    }
}
