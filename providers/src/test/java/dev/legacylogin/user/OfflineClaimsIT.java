package dev.legacylogin.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client maps into UserInfo counts for an offline session too: from 26.2 on a login for one leaves no other. */
class OfflineClaimsIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(mapped("legacy-pocketbase", "avatar")
            .andThen(mapped("2", "business_name"))
            .andThen(mapped("legacy-sphinx", "redirect")));

    @BeforeAll
    static void createRealm() {
        Clients.giveByDefault(realm, "offline_access");
    }

    private static Consumer<ObjectNode> mapped(String clientId, String field) {
        return RealmChange.fixedClaim(clientId, field, "mapped", "String");
    }

    @ParameterizedTest
    @CsvSource({"POCKETBASE, /record/avatar", "PASSPORT, /logged_in_user/business_name", "SPHINX, /redirect"})
    void claimIsAnswered(Route route, String pointer) {
        try (TestUser user = realm.createUser("a password")) {
            Answer answer = Answers.granted(route, Calls.right(route, realm, user));

            assertThat(answer.text(pointer)).isEqualTo("mapped");
        }
    }
}
