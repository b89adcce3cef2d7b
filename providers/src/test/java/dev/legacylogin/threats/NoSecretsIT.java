package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.AsDescribed;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Threat 31: the server's whole log (our package at TRACE), the stored events and the metrics hold no password, secret
 * or token. It runs last, so that the log is that of the whole suite.
 */
@Order(Integer.MAX_VALUE)
@Tag("threat-31")
@Isolated
class NoSecretsIT {
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");

    private final Set<String> secrets = new TreeSet<>(Set.of(Login.SECRET, Threats.RIGHT, Threats.WRONG));

    @Test
    void logEventsAndMetricsHoldNone() throws IOException {
        String right = secret("right");
        String wrong = secret("wrong");
        List<String> stored = new ArrayList<>();
        try (TestRealm realm = Login.realm(RealmChange::withoutBruteForceDetection);
                TestUser user = realm.createUser(right)) {
            for (Login login : Login.ALL) {
                remember(login.send(user, right));
                remember(login.send(user, wrong));
                remember(login.send(realm, "nobody-of-this-name", wrong));
                remember(Http.post(realm.path("/consumer/login"))
                        .json("{\"username\":\"x\",\"password\":\"" + wrong + "\"")
                        .send());
            }
            for (Refresh refresh : Refresh.ALL) {
                String token = refresh.token(user, right);
                secrets.add(token);
                remember(refresh.send(realm, token));
                remember(refresh.send(realm, token + "x"));
            }
            String access = Login.at(Route.NOMIC).send(user, right).text("/token");
            secrets.add(access);
            remember(Http.post(AsDescribed.renewal(realm.path("/api/auth/token")))
                    .bearer(access)
                    .send());
            remember(Http.post(AsDescribed.renewal(realm.path("/api/auth/token")))
                    .bearer(access + "x")
                    .send());
            realm.events().forEach(event -> stored.add(event.getType() + " " + event.getError() + event.getDetails()));
        }
        assertThat(stored).hasSizeGreaterThan(3 * Login.ALL.size() + 2);
        assertHoldsNoSecret("events", String.join("\n", stored));
        if (TestServer.get().managementUri().isPresent()) {
            assertHoldsNoSecret(
                    "metrics",
                    Http.request("GET", TestServer.get().managementUri().get().resolve("/metrics"))
                            .send()
                            .body());
        }
        if (TestServer.get().log().isPresent()) {
            assertLogHoldsNoSecret(TestServer.get().log().get());
        }
    }

    private void assertLogHoldsNoSecret(Path log) throws IOException {
        String text = Files.readString(log);
        assertThat(text).contains("LOGIN_ERROR"); // it is the log that we mean
        assertHoldsNoSecret("log", text);
        assertThat(TOKEN.matcher(text).results().map(found -> found.group().substring(0, 12)))
                .as("tokens in the log")
                .isEmpty();
    }

    private void assertHoldsNoSecret(String where, String text) {
        for (String secret : secrets) {
            // not assertThat(text).doesNotContain(secret): its message would print all of it
            assertThat(text.contains(secret))
                    .as("%s: a secret of %d characters", where, secret.length())
                    .isFalse();
        }
    }

    private String secret(String kind) {
        String secret = kind + "-" + UUID.randomUUID();
        secrets.add(secret);
        return secret;
    }

    /** Every token of an answer is a secret from now on. */
    private void remember(Answer answer) {
        Matcher tokens = TOKEN.matcher(answer.body());
        while (tokens.find()) {
            secrets.add(tokens.group());
        }
    }
}
