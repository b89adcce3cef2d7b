package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no description says is not there: Keycloak's own 404, as below any path that it does not know. */
class UnknownPathIT {
    @AutoClose
    private static final DescribedApi API = DescribedApi.with(Map.of("api", "simplejwt"), realm -> {
        DescribedApi.addClient(realm, "broken", "{");
        DescribedApi.addClient(realm, "empty", Map.of());
        DescribedApi.addClient(realm, "nonsense", Map.of("api", "nonsense"));
        DescribedApi.addClient(realm, "an ä:b", Map.of("api", "simplejwt"));
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old-app/api/token",
                "old-app/api/token//",
                "old-app/api%2Ftoken/",
                "old-app/%61pi/token/",
                "OLD-APP/api/token/",
                "old-app/API/token/",
                "old-app/",
                "nobody/api/token/",
                "legacy-fusio/api/token/",
                "broken/api/token/",
                "empty/api/token/",
                "nonsense/api/token/",
                "an+%C3%A4:b/api/token/"
            })
    void isKeycloaksOwn404(String path) {
        assertThat(shown(post(API.realm(), path))).isEqualTo(shown(post(API.realm(), "nowhere/at/all")));
        assertThat(API.realm().events()).isEmpty();
    }

    /** Another spelling of a path is left to Keycloak, which refuses some of them itself, by version. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "old-app/api/token/;x",
                "old-app;x/api/token/",
                "old-app//api/token/",
                "old-app/api/./token/",
                "old-app/x/../api/token/",
                "old%2Dapp/api/token/",
                "old-app",
                "",
                "/api/token/",
                "an%20%C3%A4%3Ab/api/token/",
                "an%20%c3%a4:b/api/token/",
                "%FF/api/token/",
                "%00/api/token/"
            })
    void anotherSpellingIsNone(String path) {
        Answer answer = post(API.realm(), path);

        assertThat(answer.status()).as(answer.body()).isIn(400, 404, 405);
        assertThat(answer.body()).doesNotContain("This field is required");
        assertThat(API.realm().events()).isEmpty();
    }

    @Test
    void aRealmThatIsNotThere() {
        TestRealm nowhere = new TestRealm("nowhere");

        assertThat(shown(post(nowhere, "old-app/api/token/")))
                .isEqualTo(shown(RawHttp.sendToKeycloak(request("/realms/nowhere/unknown"))));
    }

    @Test
    void aClientWhoseNameIsEscaped() {
        Answer answer = Http.post(API.realm().path("/legacy-login/clients/an%20%C3%A4:b/api/token/"))
                .json("{}")
                .send();

        assertThat(answer.body()).isEqualTo("{\"username\":[\"This field is required.\"]}");
    }

    private static Answer post(TestRealm realm, String path) {
        return RawHttp.sendToKeycloak(request(realm.path("/legacy-login/clients/" + path)));
    }

    private static String request(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}";
    }

    static String shown(Answer answer) {
        return answer.status() + " " + answer.headersWithoutDate() + " "
                + answer.body().replaceFirst("Error id [^\"]*", "Error id");
    }
}
