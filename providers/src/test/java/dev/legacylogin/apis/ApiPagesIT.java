package dev.legacylogin.apis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legacylogin.Clients;
import dev.legacylogin.DescribedExceptions;
import dev.legacylogin.DescribedExceptions.Deviation;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The pages in {@code docs/apis} tell what the server does: each request on them is sent, and each refusal stands there. */
class ApiPagesIT {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void everyRequestGetsTheAnswerBelowIt(Route route) {
        List<Exchange> exchanges = Exchange.of(page(route));
        assertThat(exchanges)
                .extracting(Exchange::path)
                .containsAll(Stream.of(Route.values())
                        .filter(path -> path.shape().equals(route.shape()))
                        .map(Route::path)
                        .toList());
        String accessToken = "";
        String refreshToken = "";
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            String access = accessToken;
            String refresh = refreshToken;

            Answer answer = with(
                    exchange,
                    route,
                    () -> exchange.send(
                            realm.path(exchange.path()),
                            text -> text.replace("<access token>", access).replace("<refresh token>", refresh)));

            assertAnswer(exchange, DescribedExceptions.ofExchange(route.shape() + " " + (i + 1)), answer);
            accessToken = found(ACCESS_TOKEN, answer, accessToken);
            refreshToken = answer.header("X-Refresh-Token").orElse(found(REFRESH_TOKEN, answer, refreshToken));
        }
    }

    /** Where a description gives it, it may be another one, which has to be known. */
    private static void assertAnswer(Exchange exchange, List<Deviation> deviations, Answer answer) {
        Exchange expected = exchange;
        for (Deviation deviation : deviations) {
            assertThatThrownBy(() -> exchange.assertAnswer(answer)).isInstanceOf(AssertionError.class);
            expected = expected.changed(deviation::in);
        }
        expected.assertAnswer(answer);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsThere(Route route) {
        for (Fault refusal : Fault.values()) {
            Failure failure = Failure.of(refusal, route, "…");
            if (refusal != Fault.CLIENT_UNKNOWN
                    && !failure.body().isEmpty()
                    && (refusal != Fault.UNSUPPORTED_MEDIA_TYPE || refusesAny(route))) {
                assertThat(page(route)).contains("| " + failure.status() + " |").contains("`" + failure.body() + "`");
            }
        }
    }

    private static boolean refusesAny(Route route) {
        return route.refuses("application/xml");
    }

    /** Sends it with what the page says above it, and takes that back. */
    private static Answer with(Exchange exchange, Route route, Supplier<Answer> send) {
        String with = exchange.with().orElse("");
        String id = realm.admin().users().search("testuser", true).get(0).getId();
        TestUser user = new TestUser(realm, id, "testuser", "password");
        Map<String, String> before = Map.of();
        if (with.contains("=")) {
            before = Clients.set(realm, route.clientId(), Map.of(with.split("=")[0], with.split("=")[1]));
        } else if (!with.isEmpty()) {
            user.requiredActions(with);
        }
        try {
            return send.get();
        } finally {
            Clients.set(realm, route.clientId(), before);
            user.requiredActions();
        }
    }

    private static String found(Pattern token, Answer answer, String otherwise) {
        Matcher matcher = token.matcher(answer.body());
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String page(Route route) {
        return Texts.file("docs/apis/" + route.shape() + ".md");
    }
}
