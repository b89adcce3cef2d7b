package dev.legacylogin.sphinx;

import dev.legacylogin.Expect;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login without a user or a password, whatever else it has. */
@ResourceLock(TestRealm.DEMO)
class SphinxMembersIT {

    private static final TestRealm DEMO = TestRealm.demo();
    private static final String MALFORMED = SphinxPath.error(400, "malformed", "Malformed request");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}
                    {"user":"TestUser"}
                    {"password":"password"}
                    {"username":"TestUser","password":"password"}
                    {"user":"","password":"password"}
                    {"user":" ","password":"password"}
                    {"user":null,"password":"password"}
                    {"user":5,"password":"password"}
                    {"user":["TestUser"],"password":"password"}
                    {"user":{"a":"TestUser"},"password":"password"}
                    {"user":"TestUser","password":""}
                    {"user":"TestUser","password":" "}
                    {"user":"TestUser","password":null}
                    {"user":"TestUser","password":5}
                    {"user":"TestUser","password":["password"]}
                    {"user":"nobody","password":{"a":"password"}}
                    """)
    void loginWithoutUserOrPasswordIsMalformed(String body) {
        Expect.json(SphinxPath.post(DEMO, SphinxPath.LOGIN, body), 400, MALFORMED);
    }

    @Test
    void emptyLoginIsMalformed() {
        Expect.json(Http.post(DEMO.path(SphinxPath.LOGIN)).form(Map.of()).send(), 400, MALFORMED);
    }
}
