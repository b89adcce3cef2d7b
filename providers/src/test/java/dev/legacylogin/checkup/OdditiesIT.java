package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an import may bring and no form would save: the check-up answers all the same, as JSON and as tables. */
class OdditiesIT {
    enum Odd {
        NO_CONFIG(client("legacy-sphinx", client -> form(client).remove("config"))),
        NULLS_IN_THE_CONFIG(client(
                "legacy-sphinx",
                client -> form(client)
                        .putObject("config")
                        .putNull("sunset")
                        .putNull("refuse.after.sunset")
                        .putNull("refresh.delivery"))),
        TEXTS_IN_THE_CONFIG(client(
                "legacy-sphinx",
                client -> form(client)
                        .putObject("config")
                        .put("sunset", "%s\n\t2027-02-30")
                        .put("refuse.after.sunset", "100%")
                        .put("refresh.delivery", "x".repeat(3000)))),
        LIFETIMES_THAT_ARE_NO_NUMBERS(client(
                "legacy-sphinx",
                client -> client.withObject("/attributes")
                        .put("access.token.lifespan", "half an hour")
                        .put("client.session.max.lifespan", "1e3")
                        .put("client.session.idle.timeout", "99999999999999999999"))),
        ATTRIBUTES_WITHOUT_VALUES(client(
                "legacy-sphinx",
                client -> client.withObject("/attributes")
                        .putNull("access.token.lifespan")
                        .put("client.session.max.lifespan", "")
                        .put("client.session.idle.timeout", " ")
                        .put("use.refresh.tokens", "")
                        .put("dpop.bound.access.tokens", "perhaps"))),
        WEB_ORIGINS(client("legacy-sphinx", client -> {
            client.putArray("webOrigins")
                    .add("+")
                    .add("no origin")
                    .add("/")
                    .add("%s")
                    .add("https://[");
            client.putArray("redirectUris").add("*").add("/*");
        })),
        NO_AUTHENTICATOR(client("legacy-sphinx", client -> client.putNull("clientAuthenticatorType"))),
        UNKNOWN_AUTHENTICATOR(client("legacy-sphinx", client -> client.put("clientAuthenticatorType", "a key %d"))),
        NO_PROTOCOL(client("legacy-sphinx", client -> client.putNull("protocol"))),
        ODD_CLIENT_ID(realm -> RealmChange.client(realm, "2").put("clientId", "{0} %s <b>\u00e4</b>")),
        NAMELESS_DEFAULT_ACTIONS(realm -> {
            ArrayNode actions = realm.putArray("requiredActions");
            for (String alias : new String[] {"UPDATE_PASSWORD", "CONFIGURE_TOTP", "VERIFY_PROFILE"}) {
                actions.addObject()
                        .put("alias", alias)
                        .put("providerId", alias)
                        .put("enabled", true)
                        .put("defaultAction", true);
            }
        }),
        NO_REQUIRED_ACTIONS(realm -> realm.putArray("requiredActions")),
        NO_PASSWORD_POLICY(realm -> realm.putNull("passwordPolicy")),
        NO_USER_PROFILE(
                realm -> realm.withObject("/components").remove("org.keycloak.userprofile.UserProfileProvider"));

        private final Consumer<ObjectNode> change;

        Odd(Consumer<ObjectNode> change) {
            this.change = change;
        }

        private static Consumer<ObjectNode> client(String clientId, Consumer<ObjectNode> change) {
            return realm -> change.accept(RealmChange.client(realm, clientId));
        }

        private static ObjectNode form(ObjectNode client) {
            return (ObjectNode) client.path("protocolMappers").path(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAnswered(Odd odd) {
        try (TestRealm realm = TestRealm.copy(odd.change)) {
            JsonNode report = Checkups.report(realm);

            assertThat(report.path("shapes").findValuesAsText("on")).containsOnly("true");
            Answer text = Answers.granted(Checkups.request(realm).header("Accept", "text/plain"));
            for (JsonNode finding : report.findParents("code")) {
                assertThat(text.body()).contains(finding.path("message").textValue());
            }
        }
    }

    @Test
    void aBlankSettingIsNone() {
        try (TestRealm realm = TestRealm.copy(json -> {
            ObjectNode settings = RealmChange.settings(json, "legacy-sphinx");
            settings.fieldNames().forEachRemaining(name -> settings.put(name, ""));
            settings.put("sunset", "");
        })) {
            assertThat(Checkups.findings(Checkups.report(realm))).noneMatch(found -> found.startsWith("sphinx"));
        }
    }

    @Test
    void anActionWithoutANameIsCalledByItsAlias() {
        try (TestRealm realm = TestRealm.copy(Odd.NAMELESS_DEFAULT_ACTIONS.change)) {
            assertThat(Checkups.message(Checkups.report(realm), "DEFAULT_ACTIONS"))
                    .endsWith(": CONFIGURE_TOTP, UPDATE_PASSWORD, VERIFY_PROFILE.");
        }
    }
}
