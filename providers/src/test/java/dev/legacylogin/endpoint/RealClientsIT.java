package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that real clients of the origins send, and that the origins' frameworks take, though no documentation has
 * them: found in public reports of bugs, and tried on the frameworks.
 */
@ExtendWith(ManyLogins.class)
class RealClientsIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    /** The members that name the client. */
    private static final List<String> CLIENT = List.of("client_id", "client_secret");

    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("50%off & more");

    /** Laravel's TrimStrings. */
    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void laravelTrimsEveryMemberButThePassword(Route route) {
        for (String blank : new String[] {" ", "\t", "\n", "\r\n", "\0", "\u000b"}) {
            ObjectNode body = Calls.body(route, blank + user.username() + blank, user.password());
            for (String member : new String[] {"client_id", "client_secret", "grant_type"}) {
                body.put(member, blank + body.path(member).textValue() + blank);
            }
            Answers.assertGranted(route, post(route, body));
        }
        ObjectNode body = Calls.body(route, user.username(), user.password() + " ");
        Answers.assertFailure(post(route, body), Failure.wrongSecret(route, ""));
    }

    @Test
    void aRefreshTokenIsTrimmedToo() {
        Answer login = Calls.right(Route.OAUTH, realm, user).send();
        ObjectNode body = Calls.body(Route.OAUTH, "", "").put("grant_type", "refresh_token");
        body.put("refresh_token", " " + Calls.refreshToken(Route.OAUTH, login) + "\n");

        Answers.assertGranted(Route.OAUTH, post(Route.OAUTH, body));
    }

    /** MariaDB's comparison. */
    @Test
    void fusioDoesNotSeeBlanksAtTheEndOfAName() {
        Answers.assertGranted(Route.FUSIO, post(Route.FUSIO, user.username() + "  "));
        for (String other : new String[] {" " + user.username(), user.username() + "\n", user.username() + "\t"}) {
            Answers.assertFailure(post(Route.FUSIO, other), Failure.wrongSecret(Route.FUSIO, ""));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POCKETBASE", "NOMIC", "SPHINX"})
    void theOthersTakeANameAsItWasSent(Route route) {
        for (String other : new String[] {" " + user.username(), user.username() + " "}) {
            Answers.assertFailure(
                    Calls.request(route, realm, other, user.password()).send(), Failure.wrongSecret(route, realm));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void laravelReadsMultipart(Route route) {
        String body = fields(route).entrySet().stream()
                .map(field -> "--a-b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining("", "", "--a-b--\r\n"));

        Answers.granted(
                route,
                send(route)
                        .header("Content-Type", "multipart/form-data; boundary=a-b")
                        .body(body));
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "PASSPORT", "OAUTH"})
    void aFormIsReadAsPhpReadsIt(Route route) {
        String good = fields(route).entrySet().stream()
                .map(field -> field.getKey() + "="
                        + field.getValue().replace("&", "%26").replace(" ", "+"))
                .collect(Collectors.joining("&"));
        for (String form : new String[] {
            good,
            good + "&remember=0&remember=1",
            good + "&device[]=a&device[]=b&device[c]=d",
            good + "&note=100%",
            "username=somebody&password=another&" + good
        }) {
            Answers.granted(route, send(route).header("Content-Type", FORM).body(form));
        }
    }

    /** As league/oauth2-server reads them: each from the body, or else from the header. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, right", "2, -, right", "-, right, right", "2, right, wrong", "2, right, -"})
    void theClientMayBeInABasicHeader(String clientId, String secret, String inHeader) {
        ObjectNode body =
                Calls.body(Route.OAUTH, user.username(), user.password()).remove(CLIENT);
        if (clientId != null) {
            body.put("client_id", clientId);
        }
        if (secret != null) {
            body.put("client_secret", Calls.SECRET);
        }
        Http request = send(Route.OAUTH).json(body);
        if (inHeader != null) {
            request.basic(inHeader.equals("right") ? "2" : "3", inHeader.equals("right") ? Calls.SECRET : "wrong");
        }

        Answers.granted(Route.OAUTH, request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2:wrong", "2:", "3:x", ":", "legacy-fusio:x", "2"})
    void aWrongClientInABasicHeaderIsRefused(String credentials) {
        ObjectNode body =
                Calls.body(Route.OAUTH, user.username(), user.password()).remove(CLIENT);
        String[] parts = credentials.split(":", 2);

        Answer answer = send(Route.OAUTH)
                .json(body)
                .basic(parts[0], parts.length > 1 ? parts[1] : "")
                .send();

        Answers.assertFailure(answer, Failure.clientRefused(Route.OAUTH, ""));
    }

    /** hpo-v2's own login hands the body on, and does not look at the header. */
    @Test
    void theApplicationsOwnLoginDoesNotTakeTheHeader() {
        ObjectNode body =
                Calls.body(Route.PASSPORT, user.username(), user.password()).remove(CLIENT);

        Answer answer = send(Route.PASSPORT).json(body).basic("2", Calls.SECRET).send();

        Answers.assertFailure(answer, Failure.clientRefused(Route.PASSPORT, ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void laravelTakesANumberForItsDigits(Route route) {
        try (TestUser digits = realm.createUser("12345678")) {
            ObjectNode body = Calls.body(route, digits.username(), "").put("password", 12345678);

            Answers.assertGranted(route, post(route, body));
            Answers.assertFailure(post(route, body.put("password", 12345679)), Failure.wrongSecret(route, ""));
        }
    }

    /** SvelteKit's {@code request.json()} skips it. */
    @Test
    void wandererSkipsAByteOrderMark() {
        Answers.granted(
                Route.POCKETBASE,
                send(Route.POCKETBASE).json("\uFEFF" + Calls.body(Route.POCKETBASE, user.username(), user.password())));
    }

    /** {@code data.email ?? data.username}. */
    @Test
    void inWandererTheEmailWins() {
        ObjectNode body = Calls.body(Route.POCKETBASE, "somebody-else", user.password());
        Answers.assertGranted(Route.POCKETBASE, post(Route.POCKETBASE, body.put("email", user.username())));

        body.put("username", user.username()).putNull("email");
        Answers.assertGranted(Route.POCKETBASE, post(Route.POCKETBASE, body));

        Answer blank = post(Route.POCKETBASE, body.put("email", ""));
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.json().at("/response/data").toString())
                .isEqualTo("{\"identity\":{\"code\":\"validation_required\",\"message\":\"Cannot be blank.\"}}");
    }

    private static Map<String, String> fields(Route route) {
        return Calls.body(route, user.username(), user.password()).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().textValue()));
    }

    private static Http send(Route route) {
        return Http.post(route, realm).undocumented();
    }

    private static Answer post(Route route, String username) {
        return post(route, Calls.body(route, username, user.password()));
    }

    private static Answer post(Route route, ObjectNode body) {
        return send(route).json(body).send();
    }
}
