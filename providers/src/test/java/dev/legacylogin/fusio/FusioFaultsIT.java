package dev.legacylogin.fusio;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the way of a refresh is told in Fusio's form too; for a login that is tested at every path alike. */
@ResourceLock(TestRealm.DEMO)
class FusioFaultsIT {
    /** Requests that are refused before anybody looks at the token. */
    enum Bad {
        CUT_JSON(Fault.MALFORMED, http -> http.json("{\"refresh_token\":\"a\",")),
        AN_ARRAY(Fault.MALFORMED, http -> http.json("[\"a\"]")),
        A_NAME_TWICE(Fault.MALFORMED, http -> http.json("{\"refresh_token\":\"a\",\"refresh_token\":\"b\"}")),
        TOO_DEEP(Fault.MALFORMED, http -> http.json("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}")),
        TOO_LARGE(Fault.TOO_LARGE, http -> http.json("{\"a\":\"" + "a".repeat(16 * 1024) + "\"}")),
        XML(
                Fault.UNSUPPORTED_MEDIA_TYPE,
                http -> http.header("Content-Type", "application/xml").body("<refresh/>")),
        FOREIGN_ORIGIN(
                Fault.ORIGIN_NOT_ALLOWED,
                http -> http.header("Origin", "https://evil.example").json("{\"refresh_token\":\"a\"}"));

        private final Fault fault;
        private final UnaryOperator<Http> request;

        Bad(Fault fault, UnaryOperator<Http> request) {
            this.fault = fault;
            this.request = request;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBadRefreshIsToldInFusiosForm(Bad bad) {
        for (String path : new String[] {TestRealm.demo().path(FusioPath.PATH), FusioPath.PATH}) {
            Answers.assertFailure(
                    bad.request.apply(Http.put(path)).send(), Failure.of(bad.fault, Route.FUSIO, Calls.url(path)));
        }
    }
}
