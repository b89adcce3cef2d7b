package dev.legacylogin.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The old app is not told what users may write about themselves where that would give them a role or another's id. */
class UsersOwnFieldsIT {
    /** What a user would like to be. */
    private static final Map<String, String> WISHES = Map.ofEntries(
            Map.entry("legacy_id", "1"),
            Map.entry("role", "1"),
            Map.entry("is_active", "1"),
            Map.entry("code", "ADMIN"),
            Map.entry("global_prefix", "ROOT"),
            Map.entry("api_token", "another's"),
            Map.entry("token", "another's"),
            Map.entry("created", "2001-01-01 00:00:00.000Z"),
            Map.entry("created_at", "2001-01-01 00:00:00"),
            Map.entry("redirect", "https://evil.example.org"),
            Map.entry("avatar", "me.png"),
            Map.entry("language", "de"),
            Map.entry("business_name", "Mine"));

    /** How a realm lets users write these attributes, or not. */
    enum Profile {
        UNMANAGED(true, profile -> {
            profile.getAttributes().removeIf(attribute -> WISHES.containsKey(attribute.getName()));
            profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        }),
        EDITED_BY_USERS(true, profile -> wished(profile).forEach(Profile::editedByUsers)),
        EDITED_BY_USERS_WITH_A_SCOPE(
                true,
                profile -> wished(profile).forEach(attribute -> {
                    editedByUsers(attribute);
                    forItsScope(attribute);
                })),
        /** Without the scope they are unmanaged: on newer versions in the account API too, on 26.0 at a login alone. */
        EDITED_BY_ADMINS_WITH_A_SCOPE(true, profile -> {
            profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
            wished(profile).forEach(Profile::forItsScope);
        }),
        UNMANAGED_FOR_ADMINS(false, profile -> {
            profile.getAttributes().removeIf(attribute -> WISHES.containsKey(attribute.getName()));
            profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ADMIN_EDIT);
        }),
        AS_SHIPPED(false, profile -> profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED));

        private final boolean usersWrite;
        private final Consumer<UPConfig> change;

        Profile(boolean usersWrite, Consumer<UPConfig> change) {
            this.usersWrite = usersWrite;
            this.change = change;
        }

        /** What the user asks for who writes about himself. */
        String scope() {
            return this == EDITED_BY_ADMINS_WITH_A_SCOPE ? "openid" : "openid phone";
        }

        private static Stream<UPAttribute> wished(UPConfig profile) {
            return profile.getAttributes().stream().filter(attribute -> WISHES.containsKey(attribute.getName()));
        }

        private static void forItsScope(UPAttribute attribute) {
            attribute.setSelector(new UPAttributeSelector(Set.of("phone")));
        }

        private static void editedByUsers(UPAttribute attribute) {
            attribute.setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of("admin", "user")));
            attribute.setValidations(Map.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAnswersCarryWhatAnAdminSaid(Profile profile) {
        try (TestRealm realm = realm(profile);
                TestUser user = realm.createUser("a password")) {
            Answer written = writeAboutOneself(realm, user, profile.scope());
            if (!profile.usersWrite) {
                assertThat(user.admin().toRepresentation().getAttributes()).isNull();
            }
            if (!profile.usersWrite || profile == Profile.EDITED_BY_ADMINS_WITH_A_SCOPE) {
                user.attributes(WISHES);
            }
            assertThat(user.admin().toRepresentation().getAttributes())
                    .as(written.toString())
                    .containsAllEntriesOf(wishes());

            JsonNode passport = granted(Route.PASSPORT, realm, user).path("logged_in_user");
            JsonNode pocketbase = granted(Route.POCKETBASE, realm, user).path("record");
            JsonNode sphinx = granted(Route.SPHINX, realm, user);

            assertThat(passport.path("business_name").textValue()).isEqualTo("Mine");
            assertThat(pocketbase.path("avatar").textValue()).isEqualTo("me.png");
            assertThat(pocketbase.path("language").textValue()).isEqualTo("de");
            if (profile.usersWrite) {
                assertThat(passport.path("id").longValue()).isGreaterThan(1);
                Stream.of("role", "is_active", "code", "global_prefix", "api_token")
                        .forEach(field -> assertThat(passport.path(field).isNull())
                                .as(field)
                                .isTrue());
                assertThat(passport.path("created_at").textValue())
                        .startsWith("20")
                        .doesNotStartWith("2001");
                assertThat(pocketbase.path("id").textValue()).isEqualTo(user.id());
                assertThat(pocketbase.path("token").textValue()).isEmpty();
                assertThat(pocketbase.path("created").textValue()).doesNotStartWith("2001");
                assertThat(sphinx.has("redirect")).isFalse();
            } else {
                assertThat(passport.path("id").longValue()).isEqualTo(1);
                assertThat(passport.path("role").longValue()).isEqualTo(1);
                assertThat(passport.path("is_active").longValue()).isEqualTo(1);
                assertThat(passport.path("code").textValue()).isEqualTo("ADMIN");
                assertThat(passport.path("created_at").textValue()).isEqualTo("2001-01-01 00:00:00");
                assertThat(pocketbase.path("id").textValue()).isEqualTo("1");
                assertThat(pocketbase.path("token").textValue()).isEqualTo("another's");
                assertThat(sphinx.path("redirect").textValue()).isEqualTo("https://evil.example.org");
            }
        }
    }

    private static JsonNode granted(Route route, TestRealm realm, TestUser user) {
        return Answers.granted(route, Calls.right(route, realm, user)).json();
    }

    private static TestRealm realm(Profile profile) {
        TestRealm realm = TestRealm.forManyLogins();
        UPConfig config = realm.admin().users().userProfile().getConfiguration();
        profile.change.accept(config);
        realm.admin().users().userProfile().update(config);
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("account-app");
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setFullScopeAllowed(true);
        realm.admin().clients().create(client).close();
        return realm;
    }

    /** With the account API, as the account console does. */
    private static Answer writeAboutOneself(TestRealm realm, TestUser user, String scope) {
        String token =
                OwnTokenEndpoint.of(realm, "account-app").password(user, scope).text("/access_token");
        ObjectNode account = (ObjectNode) Http.get(realm.path("/account"))
                .bearer(token)
                .header("Accept", "application/json")
                .send()
                .json();
        ObjectNode attributes = account.withObject("/attributes");
        WISHES.forEach((name, value) -> attributes.putArray(name).add(value));
        return Http.post(realm.path("/account"))
                .bearer(token)
                .header("Accept", "application/json")
                .json(account)
                .send();
    }

    private static Map<String, List<String>> wishes() {
        return WISHES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, wish -> List.of(wish.getValue())));
    }
}
