package dev.legacylogin.importing;

import static dev.legacylogin.importing.UserImports.PASSWORD;
import static dev.legacylogin.importing.UserImports.csv;
import static dev.legacylogin.importing.UserImports.figures;
import static dev.legacylogin.importing.UserImports.request;
import static dev.legacylogin.importing.UserImports.row;
import static dev.legacylogin.importing.UserImports.rows;
import static dev.legacylogin.importing.UserImports.summary;
import static dev.legacylogin.importing.UserImports.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

/** A file that is sent again, an import that breaks off, two at a time, and one that is taken back. */
class AgainIT {
    @AutoClose
    private final TestRealm realm = UserImports.emptyRealm();

    @Test
    void sameFileAgainCreatesNobody() {
        String rows = rows(1, 100);

        assertThat(figures(csv(realm, false, rows))).containsExactly(100, 100, 0, 0);
        assertThat(figures(csv(realm, false, rows))).containsExactly(100, 0, 100, 0);
        assertThat(realm.admin().users().count()).isEqualTo(100);
    }

    /** Keycloak's HTTP server takes 10 MiB elsewhere. */
    @Test
    void fileMayBeOfAnyLength() {
        String blank = "\n".repeat(11 * 1024 * 1024);

        assertThat(figures(csv(realm, true, row(1, "first") + blank + row(2, "last"))))
                .containsExactly(2, 2, 0, 0);
    }

    /** While one goes on, another one is refused; it breaks off with its connection; the file again brings the rest. */
    @Test
    void brokenOffImportGoesOnWithTheSameFile() throws IOException {
        try (Socket socket = begun(rows(1, 200))) {
            assertThat(socket.isConnected()).isTrue();
            Await.until(() -> realm.admin().users().count() >= 40);
            UserImports.assertJson(
                    csv(realm, false, rows(1, 300)),
                    409,
                    "{\"errorMessage\":\"Another import of this realm is running.\"}");
            UserImports.assertJson(
                    request("DELETE", realm, "import=x").send(),
                    409,
                    "{\"errorMessage\":\"Another import of this realm is running.\"}");
        }
        Await.until(() -> csv(realm, true, row(1, "other")).status() == 200);

        Answer again = csv(realm, false, rows(1, 300));

        assertThat(summary(again).path("created").intValue()
                        + summary(again).path("exists").intValue())
                .isEqualTo(300);
        assertThat(summary(again).path("exists").intValue()).isGreaterThanOrEqualTo(40);
        assertThat(realm.admin().users().count()).isEqualTo(300);
    }

    /** A request whose body has not come to its end. */
    private Socket begun(String rows) throws IOException {
        URI server = TestServer.get().baseUri();
        Socket socket = new Socket(server.getHost(), server.getPort());
        byte[] body = (UserImports.HEADER + rows).getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + UserImports.path(realm, UserImports.COLUMNS + "&dry-run=false") + " HTTP/1.1\r\nHost: "
                        + server.getAuthority() + "\r\nAuthorization: Bearer "
                        + Admin.client().tokenManager().grantToken().getToken()
                        + "\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }

    /** Of five, one has logged in, one was renamed by an admin and one got a role: they stay. */
    @Test
    void importIsTakenBackButForThoseWhoAreInUse() {
        String id = summary(csv(realm, false, rows(1, 5))).path("import").textValue();
        csv(realm, false, rows(6, 7));
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, "legacy-fusio");
        assertThat(own.password("user1", PASSWORD).status()).isEqualTo(200);
        UserRepresentation renamed = user(realm, "user2");
        renamed.setFirstName("Another");
        realm.admin().users().get(renamed.getId()).update(renamed);
        realm.admin()
                .users()
                .get(user(realm, "user3").getId())
                .roles()
                .realmLevel()
                .add(List.of(realm.admin().roles().get("offline_access").toRepresentation()));

        Answer answer = request("DELETE", realm, "import=" + id).send();

        UserImports.assertJson(answer, 200, "{\"import\":\"" + id + "\",\"removed\":2,\"kept\":3}");
        assertThat(realm.admin().users().list().stream().map(UserRepresentation::getUsername))
                .containsExactlyInAnyOrder("user1", "user2", "user3", "user6", "user7");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, true, view-users, 200",
        "POST, false, view-users, 403",
        "POST, false, manage-users, 200",
        "POST, true, view-clients, 403",
        "POST, true, , 403",
        "DELETE, , view-users, 403",
        "DELETE, , manage-users, 200"
    })
    void asksForTheAdminsPermission(String method, String dryRun, String role, int status) {
        String query = method.equals("POST") ? UserImports.COLUMNS + "&dry-run=" + dryRun : "import=x";

        Answer answer = Http.request(method, UserImports.path(realm, query))
                .bearer(Admin.tokenWith(realm, role))
                .header("Content-Type", "text/csv")
                .body(method.equals("POST") ? UserImports.HEADER : "")
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void asksForAToken() {
        Answer answer = Http.post(UserImports.path(realm, UserImports.COLUMNS + "&dry-run=true"))
                .header("Content-Type", "text/csv")
                .body(UserImports.HEADER)
                .send();

        assertThat(answer.status()).isEqualTo(401);
    }
}
