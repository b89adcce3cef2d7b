package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fusio's {@code scopes} are the client's scopes; what is none of them is dropped. */
class FusioScopesIT {

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void emptyScopesAreTheClientsDefaultOnes(String scopes) {
        assertThat(granted(scopes)).isEqualTo(FusioPath.DEFAULT_SCOPES);
    }

    @Test
    void absentScopesAreTheClientsDefaultOnes() {
        Answer answer = FusioPath.login(realm, "TestUser", "password");

        assertThat(FusioPath.token(answer).scopes()).isEqualTo(FusioPath.DEFAULT_SCOPES);
    }

    @Test
    void optionalScopesAreGivenWhenAskedFor() {
        assertThat(granted("[\"phone\",\"address\"]")).isEqualTo(Set.of("profile", "email", "phone", "address"));
    }

    @Test
    void defaultScopeMayBeAskedForByName() {
        assertThat(granted("[\"email\"]")).isEqualTo(FusioPath.DEFAULT_SCOPES);
    }

    @Test
    void openidIsAScope() {
        assertThat(granted("[\"openid\"]")).isEqualTo(Set.of("openid", "profile", "email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"nonsense\",\"phone\",\"\",\"backend\"]",
                "[\"phone\",\"address offline_access\"]",
                "[\"phone\",\"address\\n\"]",
                "[\"phone\",\"\\u0000address\"]",
                "[\"phone\",\"ADDRESS\"]",
                "[\"phone\",\"offline_access\"]",
                "[\"phone\",\"phone\",1,null,true,{},[\"address\"]]"
            })
    void whatIsNoScopeIsDropped(String scopes) {
        assertThat(granted(scopes)).isEqualTo(Set.of("profile", "email", "phone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"nonsense\"]",
                "[\"\"]",
                "[\" \"]",
                "[\"address phone\"]",
                "[\"phone\\u0007\"]",
                "[\"offline_access\"]",
                "[1]",
                "[null]",
                "[[\"phone\"]]",
                "\"phone\"",
                "{}",
                "{\"phone\":true}",
                "5",
                "true"
            })
    void noScopeLeftIsRefused(String scopes) {
        FusioPath.failed(FusioPath.loginWithScopes(realm, "TestUser", "password", scopes), "No scopes provided");
    }

    @Test
    void manyUnknownScopesAreDropped() {
        String scopes = IntStream.range(0, 1500).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(","));

        assertThat(granted("[" + scopes + ",\"phone\"]")).isEqualTo(Set.of("profile", "email", "phone"));
    }

    @Test
    void scopeThatTheClientDoesNotHaveIsDropped() {
        TestRealm other = TestRealm.copy(json -> {
            ObjectNode client = RealmChange.client(json, FusioPath.CLIENT);
            client.putArray("defaultClientScopes").add("profile");
            client.putArray("optionalClientScopes").add("address");
        });
        try (other) {
            Answer answer = FusioPath.loginWithScopes(other, "TestUser", "password", "[\"phone\",\"address\"]");

            assertThat(FusioPath.token(answer).scopes()).isEqualTo(Set.of("profile", "address"));
        }
    }

    private static Set<String> granted(String scopes) {
        return FusioPath.token(FusioPath.loginWithScopes(realm, "TestUser", "password", scopes))
                .scopes();
    }
}
