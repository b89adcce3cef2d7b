package dev.legacylogin.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapper into UserInfo with "Multivalued" on makes a list, of one value too. */
class MultivaluedClaimsIT {
    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins(RealmChange.anyAttribute()
            .andThen(mapped("legacy-pocketbase", "avatar", "String"))
            .andThen(mapped("legacy-pocketbase", "emailVisibility", "boolean"))
            .andThen(mapped("2", "role", "long"))
            .andThen(mapped("legacy-sphinx", "redirect", "String")));

    private static Consumer<ObjectNode> mapped(String clientId, String field, String type) {
        return RealmChange.userInfoMapper(
                clientId,
                "oidc-usermodel-attribute-mapper",
                Map.of(
                        "claim.name",
                        field,
                        "user.attribute",
                        "mapped-" + field,
                        "jsonType.label",
                        type,
                        "multivalued",
                        "true"));
    }

    @ParameterizedTest
    @CsvSource({
        "POCKETBASE, avatar, /record/avatar, a.png, b.png, ''",
        "POCKETBASE, emailVisibility, /record/emailVisibility, true, false, false",
        "PASSPORT, role, /logged_in_user/role, 3, 4, null",
        "SPHINX, redirect, /redirect, pw/reset, other, ''"
    })
    void ofAListWithOneValueThatCounts(
            Route route, String field, String pointer, String value, String another, String empty) {
        try (TestUser user = realm.createUser("a password")) {
            assertThat(answered(route, user, field, List.of(value)).at(pointer).asText())
                    .isEqualTo(value);
            assertThat(answered(route, user, field, List.of(value, another))
                            .at(pointer)
                            .asText())
                    .isEqualTo(empty);
        }
    }

    private static JsonNode answered(Route route, TestUser user, String field, List<String> values) {
        user.change(it -> it.setAttributes(Map.of("mapped-" + field, values)));
        return Answers.granted(route, Calls.right(route, realm, user)).json();
    }
}
