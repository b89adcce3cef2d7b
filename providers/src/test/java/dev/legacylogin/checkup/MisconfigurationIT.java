package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Flows;
import dev.legacylogin.Mappers;
import dev.legacylogin.Route;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.representations.userprofile.config.UPAttributeSelector;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Each misconfiguration is found, alone and where it is, and not found any more when it is mended. */
class MisconfigurationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static UPAttribute legacyId;

    private static final String LONG_ROLE = "r-";

    @AutoClose
    private static final TestRealm realm = TestRealm.copy();

    private static final Set<String> before = Checkups.findings(Checkups.report(realm));

    /** What is wrong, and how it is made and mended. */
    enum Wrong {
        REALM_DISABLED("realm", realm(it -> it.setEnabled(false)), realm(it -> it.setEnabled(true))),
        DEFAULT_ACTIONS("realm", defaultAction(true), defaultAction(false)),
        VERIFY_EMAIL("realm", realm(it -> it.setVerifyEmail(true)), realm(it -> it.setVerifyEmail(false))),
        PROFILE_REQUIRES("realm", demand(new UPAttributeRequired(Set.of("user"), null)), demand(null)),
        PASSWORDS_EXPIRE("realm", policy("forceExpiredPasswordChange(90)"), policy("hashIterations(1)")),
        PASSWORD_POLICY("realm", policy("length(12) and upperCase(1)"), policy("hashIterations(1)")),
        ATTRIBUTES_SELF_WRITTEN(
                "realm",
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin", "user"))),
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin")))),
        LIGHTWEIGHT_TOKENS_BY_POLICY(
                "nomic/legacy-nomic", clientPolicy("use-lightweight-access-token"), clientPolicy(null)),
        PASSWORD_GRANT_REFUSED("realm", clientPolicy("reject-ropc-grant"), clientPolicy(null)),
        BRUTE_FORCE_DETECTION_OFF(
                "realm", realm(it -> it.setBruteForceProtected(false)), realm(it -> it.setBruteForceProtected(true))),
        TLS_NOT_REQUIRED("realm", realm(it -> it.setSslRequired("none")), realm(it -> it.setSslRequired("external"))),
        EVENTS_NOT_SAVED("realm", realm(it -> it.setEventsEnabled(false)), realm(it -> it.setEventsEnabled(true))),
        OTHER_CLIENT("nomic", MisconfigurationIT::addClient, MisconfigurationIT::removeClient),
        SETTINGS_ON_CLIENT_SCOPE(
                "nomic",
                realm -> addClientScope(realm, "shared", List.of(form("form", "nomic"))),
                realm -> removeClientScope(realm, "shared")),
        CLIENT_DISABLED("fusio/legacy-fusio", client(it -> it.setEnabled(false)), client(it -> it.setEnabled(true))),
        NOT_OPENID_CONNECT(
                "fusio/legacy-fusio",
                client(it -> it.setProtocol("saml")),
                client(it -> it.setProtocol("openid-connect"))),
        BEARER_ONLY("fusio/legacy-fusio", client(it -> it.setBearerOnly(true)), client(it -> it.setBearerOnly(false))),
        DIRECT_ACCESS_GRANTS_OFF(
                "fusio/legacy-fusio",
                client(it -> it.setDirectAccessGrantsEnabled(false)),
                client(it -> it.setDirectAccessGrantsEnabled(true))),
        CONSENT_REQUIRED(
                "fusio/legacy-fusio",
                client(it -> it.setConsentRequired(true)),
                client(it -> it.setConsentRequired(false))),
        CLIENT_AUTHENTICATOR(
                "fusio/legacy-fusio",
                client(it -> it.setClientAuthenticatorType("client-jwt")),
                client(it -> it.setClientAuthenticatorType("client-secret"))),
        DIRECT_GRANT_DENIED(
                "fusio/legacy-fusio",
                directGrantFlow("deny-access-authenticator", "REQUIRED"),
                directGrantFlow(null, "")),
        DIRECT_GRANT_WITHOUT_PASSWORD(
                "fusio/legacy-fusio",
                directGrantFlow("direct-grant-validate-password", "DISABLED"),
                directGrantFlow(null, "")),
        CLIENT_SECRET_EXPIRED(
                "fusio/legacy-fusio",
                imported(it -> it.getAttributes().put("client.secret.expiration.time", "1735689600")),
                imported(it -> it.getAttributes().remove("client.secret.expiration.time"))),
        CLIENT_SECRET_IN_VAULT(
                "fusio/legacy-fusio",
                client(it -> it.setSecret("${vault.nothing}")),
                client(it -> it.setSecret("a secret"))),
        BOUND_TOKENS(
                "fusio/legacy-fusio",
                attribute("legacy-fusio", "dpop.bound.access.tokens", "true"),
                attribute("legacy-fusio", "dpop.bound.access.tokens", "false")),
        REFRESH_TOKENS_OFF(
                "sphinx/legacy-sphinx",
                attribute("legacy-sphinx", "use.refresh.tokens", "false"),
                attribute("legacy-sphinx", "use.refresh.tokens", "true")),
        LIGHTWEIGHT_TOKENS(
                "nomic/legacy-nomic",
                attribute("legacy-nomic", "client.use.lightweight.access.token.enabled", "true"),
                attribute("legacy-nomic", "client.use.lightweight.access.token.enabled", "false")),
        TOKENS_WITHOUT_SUBJECT("nomic/legacy-nomic", scope("basic", false), scope("basic", true)),
        OFFLINE_ACCESS_BY_DEFAULT("nomic/legacy-nomic", scope("offline_access", true), scope("offline_access", false)),
        SUNSET_REFUSES(
                "fusio/legacy-fusio",
                settings(Map.of("sunset", "2025-02-28", "refuse.after.sunset", "true")),
                settings(Map.of("sunset", "", "refuse.after.sunset", "false"))),
        SUNSET_PASSED(
                "fusio/legacy-fusio",
                settings(Map.of("sunset", "2025-02-28")),
                settings(Map.of("sunset", "2099-12-31"))),
        SETTING_UNUSABLE(
                "fusio/legacy-fusio",
                imported(it -> it.getProtocolMappers().get(0).setConfig(Map.of("response", "nonsense"))),
                imported(it -> it.getProtocolMappers().get(0).setConfig(Map.of("response", "documented")))),
        SETTINGS_TWICE(
                "fusio/legacy-fusio",
                imported(it -> it.setProtocolMappers(List.of(form("one", "fusio"), form("two", "fusio")))),
                imported(it -> it.setProtocolMappers(List.of(form("Legacy login", "fusio"))))),
        PUBLIC_CLIENT(
                "fusio/legacy-fusio", client(it -> it.setPublicClient(true)), client(it -> it.setPublicClient(false))),
        LEGACY_ID_UNDECLARED(
                "pocketbase/legacy-pocketbase",
                profile(it -> {
                    legacyId = it.getAttribute("legacy_id");
                    it.removeAttribute("legacy_id");
                }),
                profile(it -> it.addOrReplaceAttribute(legacyId))),
        LEGACY_IDS_NEEDED(
                "fusio/legacy-fusio", settings(Map.of("claims", "origin")), settings(Map.of("claims", "keycloak"))),
        TOKENS_UNREADABLE(
                "pocketbase/legacy-pocketbase",
                realm(it -> it.getAttributes().put("frontendUrl", "https://login.example.org/~kc")),
                realm(it -> it.getAttributes().put("frontendUrl", ""))),
        CLAIMS_LEFT_OUT(
                "pocketbase/legacy-pocketbase",
                realm -> Clients.admin(realm, "legacy-pocketbase")
                        .addOptionalClientScope(addClientScope(realm, "what?", List.of())),
                realm -> removeClientScope(realm, "what?")),
        WEB_ORIGINS_ANY("fusio/legacy-fusio", origins("*"), origins("http://localhost:3000")),
        WEB_ORIGINS_NONE("fusio/legacy-fusio", origins(), origins("http://localhost:3000")),
        LONG_HEADERS(
                "sphinx/legacy-sphinx",
                realm -> Clients.change(realm, "legacy-sphinx", it -> it.setFullScopeAllowed(true)),
                realm -> Clients.change(realm, "legacy-sphinx", it -> it.setFullScopeAllowed(false))),
        TOKENS_LONG(
                "fusio/legacy-fusio",
                realm -> addLongRoles(realm, "legacy-fusio", 51),
                MisconfigurationIT::removeLongRoles),
        ACCESS_TOKEN_SHORTER(
                "nomic/legacy-nomic",
                attribute("legacy-nomic", "access.token.lifespan", "7199"),
                attribute("legacy-nomic", "access.token.lifespan", "7200")),
        REFRESH_TOKEN_SHORTER(
                "sphinx/legacy-sphinx",
                attribute("legacy-sphinx", "client.session.idle.timeout", "14399"),
                attribute("legacy-sphinx", "client.session.idle.timeout", ""));

        private final String where;
        private final Consumer<TestRealm> make;
        private final Consumer<TestRealm> mend;

        Wrong(String where, Consumer<TestRealm> make, Consumer<TestRealm> mend) {
            this.where = where;
            this.make = make;
            this.mend = mend;
        }
    }

    /** What more there is to a finding's condition: what is found then, if anything, and how it is made and mended. */
    enum Also {
        DEMANDED_OF_EVERYBODY(Set.of("realm PROFILE_REQUIRES"), demand(new UPAttributeRequired()), demand(null)),
        DEMANDED_BY_A_SCOPE(
                Set.of("realm PROFILE_REQUIRES"), demand(new UPAttributeRequired(null, Set.of("email"))), demand(null)),
        DEMANDED_BY_A_SCOPE_THAT_NO_CLIENT_HAS(
                Set.of(), demand(new UPAttributeRequired(null, Set.of("phone"))), demand(null)),
        DEMANDED_BUT_WRITTEN_BY_ADMINS_ALONE(
                Set.of(),
                profile(it -> it.getAttribute("code").setRequired(new UPAttributeRequired())),
                profile(it -> it.getAttribute("code").setRequired(null))),
        DEMANDED_OF_ADMINS(Set.of(), demand(new UPAttributeRequired(Set.of("admin"), null)), demand(null)),
        DEMANDED_BUT_NOT_VERIFIED(
                Set.of(),
                demand(new UPAttributeRequired()).andThen(action("VERIFY_PROFILE", it -> it.setEnabled(false))),
                demand(null).andThen(action("VERIFY_PROFILE", it -> it.setEnabled(true)))),
        USERNAME_DEMANDED(
                Set.of(),
                profile(it -> it.getAttribute("username").setRequired(new UPAttributeRequired())),
                profile(it -> it.getAttribute("username").setRequired(null))),
        DEFAULT_ACTION_THAT_IS_OFF(
                Set.of(),
                action("UPDATE_PASSWORD", it -> {
                    it.setEnabled(false);
                    it.setDefaultAction(true);
                }),
                action("UPDATE_PASSWORD", it -> {
                    it.setEnabled(true);
                    it.setDefaultAction(false);
                })),
        POLICIES_THAT_REFUSE_NO_PASSWORD(
                Set.of(),
                policy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and passwordHistory(3) and maxAuthAge(300)"),
                policy("hashIterations(1)")),
        BOUND_BY_MUTUAL_TLS(
                Set.of("fusio/legacy-fusio BOUND_TOKENS"),
                attribute("legacy-fusio", "tls.client.certificate.bound.access.tokens", "true"),
                attribute("legacy-fusio", "tls.client.certificate.bound.access.tokens", "false")),
        LIGHTWEIGHT_WHERE_NONE_IS_RENEWED(
                Set.of(),
                attribute("legacy-fusio", "client.use.lightweight.access.token.enabled", "true"),
                attribute("legacy-fusio", "client.use.lightweight.access.token.enabled", "false")),
        SUBJECT_BY_A_MAPPER_OF_ITS_OWN(
                Set.of(),
                scope("basic", false).andThen(mapper("legacy-nomic", subjectMapper())),
                scope("basic", true).andThen(withoutMapper("legacy-nomic", "subject"))),
        CLIENT_SESSION_THAT_ENDS_EARLY(
                Set.of("sphinx/legacy-sphinx ACCESS_TOKEN_SHORTER", "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
                attribute("legacy-sphinx", "client.session.max.lifespan", "1799"),
                attribute("legacy-sphinx", "client.session.max.lifespan", "")),
        CLIENT_SESSIONS_THAT_END_EARLY(
                Set.of(
                        "nomic/legacy-nomic ACCESS_TOKEN_SHORTER",
                        "sphinx/legacy-sphinx ACCESS_TOKEN_SHORTER",
                        "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
                realm(it -> it.setClientSessionMaxLifespan(1799)),
                realm(it -> it.setClientSessionMaxLifespan(0))),
        CLIENT_SESSIONS_THAT_IDLE_OUT_EARLY(
                Set.of("sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
                realm(it -> it.setClientSessionIdleTimeout(14399)),
                realm(it -> it.setClientSessionIdleTimeout(0))),
        /** The old app is not told a role that users write; as a claim it would be. */
        CLAIM_OF_AN_ATTRIBUTE_THAT_USERS_WRITE(
                Set.of("realm ATTRIBUTES_SELF_WRITTEN", "passport/2 CLAIM_SELF_WRITTEN"),
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin", "user")))
                        .andThen(mapper("2", roleMapper())),
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin")))
                        .andThen(withoutMapper("2", "role"))),
        CLAIM_OF_AN_ATTRIBUTE_THAT_ADMINS_WRITE(Set.of(), mapper("2", roleMapper()), withoutMapper("2", "role")),
        /** Fusio answers a token and no role. */
        CLAIM_THAT_NO_ANSWER_CARRIES(
                Set.of("realm ATTRIBUTES_SELF_WRITTEN"),
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin", "user")))
                        .andThen(mapper("legacy-fusio", roleMapper())),
                profile(it -> it.getAttribute("role").setPermissions(permissions("admin")))
                        .andThen(withoutMapper("legacy-fusio", "role"))),
        /** In the account console with the scope phone, which anybody may ask for. */
        ATTRIBUTE_THAT_USERS_WRITE_WITH_A_SCOPE(
                Set.of("realm ATTRIBUTES_SELF_WRITTEN"),
                profile(it -> {
                    it.getAttribute("role").setPermissions(permissions("admin", "user"));
                    it.getAttribute("role").setSelector(new UPAttributeSelector(Set.of("phone")));
                }),
                profile(it -> {
                    it.getAttribute("role").setPermissions(permissions("admin"));
                    it.getAttribute("role").setSelector(null);
                })),
        HARMLESS_ATTRIBUTE_THAT_USERS_WRITE(
                Set.of(),
                profile(it -> it.getAttribute("avatar").setPermissions(permissions("admin", "user"))),
                profile(it -> it.getAttribute("avatar").setPermissions(permissions("admin")))),
        UNMANAGED_ATTRIBUTES(
                Set.of(),
                profile(it -> it.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ADMIN_EDIT)),
                profile(it -> it.setUnmanagedAttributePolicy(null))),
        POLICY_THAT_REFUSES_NO_PASSWORD_GRANT(
                Set.of(), clientPolicy("secure-client-authenticator"), clientPolicy(null)),
        FLOW_WITHOUT_CLIENT_SECRETS(
                Set.of(
                        "fusio/legacy-fusio CLIENT_AUTHENTICATION_FLOW",
                        "nomic/legacy-nomic CLIENT_AUTHENTICATION_FLOW",
                        "passport/2 CLIENT_AUTHENTICATION_FLOW",
                        "pocketbase/legacy-pocketbase CLIENT_AUTHENTICATION_FLOW",
                        "sphinx/legacy-sphinx CLIENT_AUTHENTICATION_FLOW"),
                MisconfigurationIT::clientsBySignedJwtAlone,
                realm(it -> it.setClientAuthenticationFlow("clients"))),
        ALL_ROLES_IN_THE_BODY(
                Set.of(),
                realm -> {
                    Clients.set(realm, "legacy-sphinx", Map.of("refresh.delivery", "body"));
                    Clients.change(realm, "legacy-sphinx", it -> it.setFullScopeAllowed(true));
                },
                realm -> {
                    Clients.set(realm, "legacy-sphinx", Map.of("refresh.delivery", "headers"));
                    Clients.change(realm, "legacy-sphinx", it -> it.setFullScopeAllowed(false));
                }),
        ALL_ROLES_IN_A_COOKIE(
                Set.of("pocketbase/legacy-pocketbase LONG_HEADERS"),
                realm -> {
                    Clients.set(realm, "legacy-pocketbase", Map.of("cookie", "true"));
                    Clients.change(realm, "legacy-pocketbase", it -> it.setFullScopeAllowed(true));
                },
                realm -> {
                    Clients.set(realm, "legacy-pocketbase", Map.of("cookie", "false"));
                    Clients.change(realm, "legacy-pocketbase", it -> it.setFullScopeAllowed(false));
                }),
        ROLES_THAT_FILL_A_COOKIE(
                Set.of("sphinx/legacy-sphinx TOKENS_LONG"),
                realm -> addLongRoles(realm, "legacy-sphinx", 22),
                MisconfigurationIT::removeLongRoles),
        ROLES_THAT_FIT(Set.of(), realm -> addLongRoles(realm, "legacy-fusio", 49), MisconfigurationIT::removeLongRoles),
        SESSIONS_THAT_IDLE_OUT_EARLY(
                Set.of("sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
                realm(it -> it.setSsoSessionIdleTimeout(14399)),
                realm(it -> it.setSsoSessionIdleTimeout(14400)));

        private final Set<String> found;
        private final Consumer<TestRealm> make;
        private final Consumer<TestRealm> mend;

        Also(Set<String> found, Consumer<TestRealm> make, Consumer<TestRealm> mend) {
            this.found = found;
            this.make = make;
            this.mend = mend;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundUntilItIsMended(Wrong wrong) {
        Set<String> expected = new TreeSet<>(before);
        expected.add(wrong.where + " " + wrong.name());
        try {
            wrong.make.accept(realm);
            assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(expected);
        } finally {
            wrong.mend.accept(realm);
        }
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhereItMatters(Also also) {
        Set<String> expected = new TreeSet<>(before);
        expected.addAll(also.found);
        try {
            also.make.accept(realm);
            assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(expected);
        } finally {
            also.mend.accept(realm);
        }
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);
    }

    @Test
    void aPassportClientThatIsPublicOrHidesNames() {
        Clients.change(realm, "2", client -> client.setPublicClient(true));
        assertThat(Checkups.findings(Checkups.report(realm))).contains("passport/2 PUBLIC_CLIENT_WITH_SECRET");
        Clients.change(realm, "2", client -> {
            client.setPublicClient(false);
            client.setSecret(Calls.SECRET);
        });

        Clients.set(realm, "2", Map.of("unknown.username", "hidden"));
        Set<String> hidden = new TreeSet<>(before);
        hidden.remove("passport/2 USERNAMES_DISCLOSED");
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(hidden);
        Clients.set(realm, "2", Map.of("unknown.username", "documented"));
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);
    }

    /** What makes a refresh token part of fusio's answer is a setting. */
    @Test
    void fusioNeedsRefreshTokensOnlyWhereItAnswersThem() {
        attribute("legacy-fusio", "use.refresh.tokens", "false").accept(realm);
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);

        settings(Map.of("response", "extended")).accept(realm);
        assertThat(Checkups.findings(Checkups.report(realm))).contains("fusio/legacy-fusio REFRESH_TOKENS_OFF");

        settings(Map.of("response", "documented")).accept(realm);
        attribute("legacy-fusio", "use.refresh.tokens", "true").accept(realm);
    }

    @Test
    void aTokenIsAboutAsLongAsIsTold() {
        TestUser user = realm.createUser("a password");
        try {
            addLongRoles(realm, "legacy-fusio", 60);
            realm.admin().users().get(user.id()).roles().realmLevel().add(longRoles(realm));

            int length = Calls.accessToken(
                            Route.FUSIO, Calls.right(Route.FUSIO, realm, user).send())
                    .length();
            assertThat(Checkups.finding(Checkups.report(realm), "TOKENS_LONG", "fusio")
                            .path("message")
                            .textValue())
                    .isEqualTo(
                            "An access token with every role that the client's scope lets in has some 9300 characters; "
                                    + "many servers and proxies take no request header above 8 KB.");
            assertThat(length).isBetween(8900, 9500);
        } finally {
            removeLongRoles(realm);
        }
    }

    /** In Keycloak -1 stands for the session's lifetime; nomic's page has 7200 s, the session ten hours. */
    @Test
    void anAccessTokenThatLivesAsLongAsTheSession() {
        try {
            attribute("legacy-nomic", "access.token.lifespan", "-1").accept(realm);
            assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);

            realm(it -> it.setSsoSessionMaxLifespan(7199)).accept(realm);
            assertThat(Checkups.finding(Checkups.report(realm), "ACCESS_TOKEN_SHORTER", "nomic")
                            .path("message")
                            .textValue())
                    .isEqualTo("An access token lives 7199 s; the documented one lives 7200 s.");
        } finally {
            realm(it -> it.setSsoSessionMaxLifespan(36000)).accept(realm);
            attribute("legacy-nomic", "access.token.lifespan", "7200").accept(realm);
        }
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(before);
    }

    private static Consumer<TestRealm> realm(Consumer<RealmRepresentation> change) {
        return realm -> {
            RealmRepresentation representation = realm.admin().toRepresentation();
            change.accept(representation);
            realm.admin().update(representation);
        };
    }

    private static Consumer<TestRealm> policy(String policy) {
        return realm(it -> it.setPasswordPolicy(policy));
    }

    private static Consumer<TestRealm> defaultAction(boolean isDefault) {
        return action("UPDATE_PASSWORD", it -> it.setDefaultAction(isDefault));
    }

    private static Consumer<TestRealm> action(String alias, Consumer<RequiredActionProviderRepresentation> change) {
        return realm -> {
            var action = realm.admin().flows().getRequiredAction(alias);
            change.accept(action);
            realm.admin().flows().updateRequiredAction(alias, action);
        };
    }

    private static Consumer<TestRealm> demand(UPAttributeRequired required) {
        return profile(it -> {
            it.getAttribute("business_name").setRequired(required);
            it.getAttribute("business_name")
                    .setPermissions(required == null ? permissions("admin") : permissions("admin", "user"));
        });
    }

    private static Consumer<TestRealm> profile(Consumer<UPConfig> change) {
        return realm -> {
            UPConfig profile = realm.admin().users().userProfile().getConfiguration();
            change.accept(profile);
            realm.admin().users().userProfile().update(profile);
        };
    }

    /** With its secret, which a public client loses. */
    private static Consumer<TestRealm> client(Consumer<ClientRepresentation> change) {
        return realm -> Clients.change(realm, "legacy-fusio", change);
    }

    private static Consumer<TestRealm> origins(String... origins) {
        return client(it -> it.setWebOrigins(List.of(origins)));
    }

    private static Consumer<TestRealm> attribute(String clientId, String name, String value) {
        return realm -> Clients.change(realm, clientId, it -> it.getAttributes().put(name, value));
    }

    /** Gives the client of nomic a client scope by default, or takes it. */
    private static Consumer<TestRealm> scope(String name, boolean byDefault) {
        return realm -> {
            String id = realm.admin().clientScopes().findAll().stream()
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            ClientResource client = Clients.admin(realm, "legacy-nomic");
            client.removeOptionalClientScope(id);
            client.removeDefaultClientScope(id);
            if (byDefault) {
                client.addDefaultClientScope(id);
            }
        };
    }

    private static Consumer<TestRealm> mapper(String clientId, ProtocolMapperRepresentation mapper) {
        return realm -> Clients.admin(realm, clientId)
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
    }

    private static Consumer<TestRealm> withoutMapper(String clientId, String name) {
        return realm -> {
            var mappers = Clients.admin(realm, clientId).getProtocolMappers();
            mappers.getMappers().stream()
                    .filter(mapper -> mapper.getName().equals(name))
                    .forEach(mapper -> mappers.delete(mapper.getId()));
        };
    }

    private static ProtocolMapperRepresentation subjectMapper() {
        return Mappers.of("subject", "oidc-sub-mapper", Map.of("access.token.claim", "true"));
    }

    private static ProtocolMapperRepresentation roleMapper() {
        return Mappers.of(
                "role",
                "oidc-usermodel-attribute-mapper",
                Map.of("user.attribute", "role", "claim.name", "role", "userinfo.token.claim", "true"));
    }

    private static Consumer<TestRealm> settings(Map<String, String> values) {
        return realm -> Clients.set(realm, "legacy-fusio", values);
    }

    /** A client as an import brings it, without the form's checks. */
    private static Consumer<TestRealm> imported(Consumer<ClientRepresentation> change) {
        return realm -> {
            ClientRepresentation client = Clients.admin(realm, "legacy-fusio").toRepresentation();
            client.setId(null);
            client.getProtocolMappers().forEach(mapper -> mapper.setId(null));
            change.accept(client);
            ObjectNode document = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
            document.putArray("clients").add(JSON.valueToTree(client));
            Answers.granted(Http.post("/admin/realms/" + realm.name() + "/partialImport")
                    .bearer(Admin.client().tokenManager().getAccessTokenString())
                    .json(document.toString()));
        };
    }

    private static ProtocolMapperRepresentation form(String name, String shape) {
        return Mappers.of(name, "legacy-login-" + shape, Map.of());
    }

    private static UPAttributePermissions permissions(String... editors) {
        return new UPAttributePermissions(Set.of("admin"), Set.of(editors));
    }

    private static String addClientScope(TestRealm realm, String name, List<ProtocolMapperRepresentation> mappers) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        scope.setProtocolMappers(mappers);
        try (Response response = realm.admin().clientScopes().create(scope)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    private static void removeClientScope(TestRealm realm, String name) {
        realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .forEach(
                        scope -> realm.admin().clientScopes().get(scope.getId()).remove());
    }

    /** Each takes a hundred characters of a token's JSON. */
    private static void addLongRoles(TestRealm realm, String clientId, int count) {
        List<RoleRepresentation> roles = IntStream.range(0, count)
                .mapToObj(number -> new RoleRepresentation("%s%095d".formatted(LONG_ROLE, number), "", false))
                .toList();
        roles.forEach(realm.admin().roles()::create);
        List<RoleRepresentation> created = longRoles(realm);
        Clients.admin(realm, clientId).getScopeMappings().realmLevel().add(created);
    }

    private static void removeLongRoles(TestRealm realm) {
        longRoles(realm).forEach(role -> realm.admin().rolesById().deleteRole(role.getId()));
    }

    private static List<RoleRepresentation> longRoles(TestRealm realm) {
        return realm.admin().roles().list(LONG_ROLE, true);
    }

    /** One policy for all clients with this executor, or none. */
    private static Consumer<TestRealm> clientPolicy(String executor) {
        return realm -> {
            ObjectNode profiles = JSON.createObjectNode();
            ObjectNode policies = JSON.createObjectNode();
            var profile = profiles.putArray("profiles");
            var policy = policies.putArray("policies");
            if (executor != null) {
                profile.addObject()
                        .put("name", "strict")
                        .putArray("executors")
                        .addObject()
                        .put("executor", executor)
                        .putObject("configuration");
                ObjectNode all = policy.addObject().put("name", "everybody").put("enabled", true);
                all.putArray("conditions")
                        .addObject()
                        .put("condition", "any-client")
                        .putObject("configuration");
                all.putArray("profiles").add("strict");
            }
            if (executor != null) {
                put(realm, "profiles", profiles);
                put(realm, "policies", policies);
            } else {
                put(realm, "policies", policies);
                put(realm, "profiles", profiles);
            }
        };
    }

    private static void put(TestRealm realm, String what, ObjectNode json) {
        Answer answer = Http.put("/admin/realms/" + realm.name() + "/client-policies/" + what)
                .bearer(Admin.client().tokenManager().getAccessTokenString())
                .json(json.toString())
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Gives the client of fusio a direct grant flow of its own in which this step is that; or the realm's again. */
    private static Consumer<TestRealm> directGrantFlow(String step, String requirement) {
        return realm -> {
            var flows = realm.admin().flows();
            Map<String, String> overrides = new HashMap<>();
            overrides.put("direct_grant", "");
            if (step != null) {
                flows.copy("direct grant", Map.of("newName", step)).close();
                if (step.startsWith("deny")) {
                    flows.addExecution(step, Map.of("provider", step));
                }
                Flows.require(flows, step, step, requirement);
                flows.getFlows().stream()
                        .filter(flow -> flow.getAlias().equals(step))
                        .forEach(flow -> overrides.put("direct_grant", flow.getId()));
            }
            client(it -> it.setAuthenticationFlowBindingOverrides(overrides)).accept(realm);
        };
    }

    private static void clientsBySignedJwtAlone(TestRealm realm) {
        var flows = realm.admin().flows();
        if (flows.getFlows().stream().noneMatch(flow -> flow.getAlias().equals("jwt"))) {
            AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
            flow.setAlias("jwt");
            flow.setProviderId("client-flow");
            flow.setTopLevel(true);
            flows.createFlow(flow).close();
            flows.addExecution("jwt", Map.of("provider", "client-jwt"));
            AuthenticationExecutionInfoRepresentation step =
                    flows.getExecutions("jwt").get(0);
            step.setRequirement("ALTERNATIVE");
            flows.updateExecutions("jwt", step);
        }
        realm(it -> it.setClientAuthenticationFlow("jwt")).accept(realm);
    }

    private static void addClient(TestRealm realm) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("another");
        client.setProtocolMappers(Stream.of(form("form", "nomic")).toList());
        realm.admin().clients().create(client).close();
    }

    private static void removeClient(TestRealm realm) {
        Clients.admin(realm, "another").remove();
    }
}
