package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Flows;
import dev.legacylogin.Mappers;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
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
    private static final String LONG_ROLE = "r-";
    private static UPAttribute legacyId;

    @AutoClose
    private static final TestRealm realm = TestRealm.copy();

    private static final Set<String> before = Checkups.findings(Checkups.report(realm));

    /** How something is made wrong in the realm, and mended. */
    private record Change(Runnable make, Runnable mend) {
        Change and(Change other) {
            return new Change(both(make, other.make), both(mend, other.mend));
        }

        private static Runnable both(Runnable first, Runnable second) {
            return () -> {
                first.run();
                second.run();
            };
        }
    }

    /** What is wrong, and where it is found. */
    enum Wrong {
        REALM_DISABLED("realm", realm(RealmRepresentation::setEnabled, false, true)),
        DEFAULT_ACTIONS("realm", action("UPDATE_PASSWORD", RequiredActionProviderRepresentation::setDefaultAction)),
        VERIFY_EMAIL("realm", realm(RealmRepresentation::setVerifyEmail, true, false)),
        PROFILE_REQUIRES("realm", demand(new UPAttributeRequired(Set.of("user"), null))),
        PASSWORDS_EXPIRE("realm", policy("forceExpiredPasswordChange(90)")),
        PASSWORD_POLICY("realm", policy("length(12) and upperCase(1)")),
        ATTRIBUTES_SELF_WRITTEN("realm", writtenByUsers("role")),
        LIGHTWEIGHT_TOKENS_BY_POLICY("nomic/legacy-nomic", clientPolicy("use-lightweight-access-token")),
        PASSWORD_GRANT_REFUSED("realm", clientPolicy("reject-ropc-grant")),
        BRUTE_FORCE_DETECTION_OFF("realm", realm(RealmRepresentation::setBruteForceProtected, false, true)),
        TLS_NOT_REQUIRED("realm", realm(RealmRepresentation::setSslRequired, "none", "external")),
        EVENTS_NOT_SAVED("realm", realm(RealmRepresentation::setEventsEnabled, false, true)),
        OTHER_CLIENT(
                "nomic",
                new Change(
                        MisconfigurationIT::addClient,
                        () -> Clients.admin(realm, "another").remove())),
        SETTINGS_ON_CLIENT_SCOPE(
                "nomic",
                new Change(
                        () -> Clients.addScope(
                                realm, "shared", scope -> scope.setProtocolMappers(List.of(form("form", "nomic")))),
                        () -> removeClientScope("shared"))),
        CLIENT_DISABLED("fusio/legacy-fusio", client(ClientRepresentation::setEnabled, false, true)),
        NOT_OPENID_CONNECT("fusio/legacy-fusio", client(ClientRepresentation::setProtocol, "saml", "openid-connect")),
        BEARER_ONLY("fusio/legacy-fusio", client(ClientRepresentation::setBearerOnly, true, false)),
        DIRECT_ACCESS_GRANTS_OFF(
                "fusio/legacy-fusio", client(ClientRepresentation::setDirectAccessGrantsEnabled, false, true)),
        CONSENT_REQUIRED("fusio/legacy-fusio", client(ClientRepresentation::setConsentRequired, true, false)),
        CLIENT_AUTHENTICATOR(
                "fusio/legacy-fusio",
                client(ClientRepresentation::setClientAuthenticatorType, "client-jwt", "client-secret")),
        DIRECT_GRANT_DENIED("fusio/legacy-fusio", directGrantFlow("deny-access-authenticator", "REQUIRED")),
        DIRECT_GRANT_WITHOUT_PASSWORD(
                "fusio/legacy-fusio", directGrantFlow("direct-grant-validate-password", "DISABLED")),
        CLIENT_SECRET_EXPIRED(
                "fusio/legacy-fusio",
                imported(
                        it -> it.getAttributes().put("client.secret.expiration.time", "1735689600"),
                        it -> it.getAttributes().remove("client.secret.expiration.time"))),
        CLIENT_SECRET_IN_VAULT(
                "fusio/legacy-fusio", client(ClientRepresentation::setSecret, "${vault.nothing}", "a secret")),
        BOUND_TOKENS("fusio/legacy-fusio", attribute("legacy-fusio", "dpop.bound.access.tokens", "true", "false")),
        REFRESH_TOKENS_OFF("sphinx/legacy-sphinx", attribute("legacy-sphinx", "use.refresh.tokens", "false", "true")),
        LIGHTWEIGHT_TOKENS(
                "nomic/legacy-nomic",
                attribute("legacy-nomic", "client.use.lightweight.access.token.enabled", "true", "false")),
        TOKENS_WITHOUT_SUBJECT("nomic/legacy-nomic", scopeOfNomic("basic", false)),
        OFFLINE_ACCESS_BY_DEFAULT("nomic/legacy-nomic", scopeOfNomic("offline_access", true)),
        SUNSET_REFUSES(
                "fusio/legacy-fusio",
                settings(
                        "legacy-fusio",
                        Map.of("sunset", "2025-02-28", "refuse.after.sunset", "true"),
                        Map.of("sunset", "", "refuse.after.sunset", "false"))),
        SUNSET_PASSED("fusio/legacy-fusio", setting("legacy-fusio", "sunset", "2025-02-28", "2099-12-31")),
        SETTING_UNUSABLE(
                "fusio/legacy-fusio",
                imported(
                        it -> it.getProtocolMappers().get(0).setConfig(Map.of("response", "nonsense")),
                        it -> it.getProtocolMappers().get(0).setConfig(Map.of("response", "documented")))),
        SETTINGS_TWICE(
                "fusio/legacy-fusio",
                imported(
                        it -> it.setProtocolMappers(List.of(form("one", "fusio"), form("two", "fusio"))),
                        it -> it.setProtocolMappers(List.of(Mappers.form("fusio"))))),
        PUBLIC_CLIENT("fusio/legacy-fusio", client(ClientRepresentation::setPublicClient, true, false)),
        LEGACY_ID_UNDECLARED("pocketbase/legacy-pocketbase", profile((it, wrong) -> {
            if (wrong) {
                legacyId = it.getAttribute("legacy_id");
                it.removeAttribute("legacy_id");
            } else {
                it.addOrReplaceAttribute(legacyId);
            }
        })),
        LEGACY_IDS_NEEDED("fusio/legacy-fusio", setting("legacy-fusio", "claims", "origin", "keycloak")),
        TOKENS_UNREADABLE(
                "pocketbase/legacy-pocketbase",
                realm((it, url) -> it.getAttributes().put("frontendUrl", url), "https://login.example.org/~kc", "")),
        CLAIMS_LEFT_OUT(
                "pocketbase/legacy-pocketbase",
                new Change(
                        () -> Clients.admin(realm, "legacy-pocketbase")
                                .addOptionalClientScope(Clients.addScope(realm, "what?", scope -> {})),
                        () -> removeClientScope("what?"))),
        WEB_ORIGINS_ANY("fusio/legacy-fusio", origins("*")),
        WEB_ORIGINS_NONE("fusio/legacy-fusio", origins()),
        LONG_HEADERS("sphinx/legacy-sphinx", allRoles("legacy-sphinx")),
        TOKENS_LONG("fusio/legacy-fusio", longRoles("legacy-fusio", 51)),
        ACCESS_TOKEN_SHORTER("nomic/legacy-nomic", attribute("legacy-nomic", "access.token.lifespan", "7199", "7200")),
        REFRESH_TOKEN_SHORTER(
                "sphinx/legacy-sphinx", attribute("legacy-sphinx", "client.session.idle.timeout", "14399", ""));

        private final String where;
        private final Change change;

        Wrong(String where, Change change) {
            this.where = where;
            this.change = change;
        }
    }

    /** What more there is to a finding's condition, and what is found then, if anything. */
    enum Also {
        DEMANDED_OF_EVERYBODY(demand(new UPAttributeRequired()), "realm PROFILE_REQUIRES"),
        DEMANDED_BY_A_SCOPE(demand(new UPAttributeRequired(null, Set.of("email"))), "realm PROFILE_REQUIRES"),
        DEMANDED_BY_A_SCOPE_THAT_NO_CLIENT_HAS(demand(new UPAttributeRequired(null, Set.of("phone")))),
        DEMANDED_BUT_WRITTEN_BY_ADMINS_ALONE(required("code")),
        DEMANDED_OF_ADMINS(demand(new UPAttributeRequired(Set.of("admin"), null))),
        DEMANDED_BUT_NOT_VERIFIED(
                demand(new UPAttributeRequired()).and(action("VERIFY_PROFILE", (it, wrong) -> it.setEnabled(!wrong)))),
        USERNAME_DEMANDED(required("username")),
        DEFAULT_ACTION_THAT_IS_OFF(action("UPDATE_PASSWORD", (it, wrong) -> {
            it.setEnabled(!wrong);
            it.setDefaultAction(wrong);
        })),
        POLICIES_THAT_REFUSE_NO_PASSWORD(policy(
                "hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and passwordHistory(3) and maxAuthAge(300)")),
        BOUND_BY_MUTUAL_TLS(
                attribute("legacy-fusio", "tls.client.certificate.bound.access.tokens", "true", "false"),
                "fusio/legacy-fusio BOUND_TOKENS"),
        LIGHTWEIGHT_WHERE_NONE_IS_RENEWED(
                attribute("legacy-fusio", "client.use.lightweight.access.token.enabled", "true", "false")),
        SUBJECT_BY_A_MAPPER_OF_ITS_OWN(scopeOfNomic("basic", false)
                .and(mapper(
                        "legacy-nomic",
                        Mappers.of("subject", "oidc-sub-mapper", Map.of("access.token.claim", "true"))))),
        CLIENT_SESSION_THAT_ENDS_EARLY(
                attribute("legacy-sphinx", "client.session.max.lifespan", "1799", ""),
                "sphinx/legacy-sphinx ACCESS_TOKEN_SHORTER",
                "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
        CLIENT_SESSIONS_THAT_END_EARLY(
                realm(RealmRepresentation::setClientSessionMaxLifespan, 1799, 0),
                "nomic/legacy-nomic ACCESS_TOKEN_SHORTER",
                "sphinx/legacy-sphinx ACCESS_TOKEN_SHORTER",
                "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
        CLIENT_SESSIONS_THAT_IDLE_OUT_EARLY(
                realm(RealmRepresentation::setClientSessionIdleTimeout, 14399, 0),
                "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER"),
        /** The old app is not told a role that users write; as a claim it would be. */
        CLAIM_OF_AN_ATTRIBUTE_THAT_USERS_WRITE(
                writtenByUsers("role").and(roleClaim("2")),
                "realm ATTRIBUTES_SELF_WRITTEN",
                "passport/2 CLAIM_SELF_WRITTEN"),
        CLAIM_OF_AN_ATTRIBUTE_THAT_ADMINS_WRITE(roleClaim("2")),
        /** Fusio answers a token and no role. */
        CLAIM_THAT_NO_ANSWER_CARRIES(
                writtenByUsers("role").and(roleClaim("legacy-fusio")), "realm ATTRIBUTES_SELF_WRITTEN"),
        /** In the account console with the scope phone, which anybody may ask for. */
        ATTRIBUTE_THAT_USERS_WRITE_WITH_A_SCOPE(
                profile((it, wrong) -> {
                    it.getAttribute("role").setPermissions(permissions(wrong));
                    it.getAttribute("role").setSelector(wrong ? new UPAttributeSelector(Set.of("phone")) : null);
                }),
                "realm ATTRIBUTES_SELF_WRITTEN"),
        HARMLESS_ATTRIBUTE_THAT_USERS_WRITE(writtenByUsers("avatar")),
        UNMANAGED_ATTRIBUTES(profile((it, wrong) ->
                it.setUnmanagedAttributePolicy(wrong ? UPConfig.UnmanagedAttributePolicy.ADMIN_EDIT : null))),
        POLICY_THAT_REFUSES_NO_PASSWORD_GRANT(clientPolicy("secure-client-authenticator")),
        FLOW_WITHOUT_CLIENT_SECRETS(
                new Change(
                        MisconfigurationIT::clientsBySignedJwtAlone,
                        () -> realm.change(it -> it.setClientAuthenticationFlow("clients"))),
                "fusio/legacy-fusio CLIENT_AUTHENTICATION_FLOW",
                "nomic/legacy-nomic CLIENT_AUTHENTICATION_FLOW",
                "passport/2 CLIENT_AUTHENTICATION_FLOW",
                "pocketbase/legacy-pocketbase CLIENT_AUTHENTICATION_FLOW",
                "sphinx/legacy-sphinx CLIENT_AUTHENTICATION_FLOW"),
        ALL_ROLES_IN_THE_BODY(
                setting("legacy-sphinx", "refresh.delivery", "body", "headers").and(allRoles("legacy-sphinx"))),
        ALL_ROLES_IN_A_COOKIE(
                setting("legacy-pocketbase", "cookie", "true", "false").and(allRoles("legacy-pocketbase")),
                "pocketbase/legacy-pocketbase LONG_HEADERS"),
        ROLES_THAT_FILL_A_COOKIE(longRoles("legacy-sphinx", 22), "sphinx/legacy-sphinx TOKENS_LONG"),
        ROLES_THAT_FIT(longRoles("legacy-fusio", 49)),
        SESSIONS_THAT_IDLE_OUT_EARLY(
                realm(RealmRepresentation::setSsoSessionIdleTimeout, 14399, 14400),
                "sphinx/legacy-sphinx REFRESH_TOKEN_SHORTER");

        private final Change change;
        private final Set<String> found;

        Also(Change change, String... found) {
            this.change = change;
            this.found = Set.of(found);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundUntilItIsMended(Wrong wrong) {
        assertFoundUntilMended(Set.of(wrong.where + " " + wrong.name()), wrong.change);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhereItMatters(Also also) {
        assertFoundUntilMended(also.found, also.change);
    }

    private static void assertFoundUntilMended(Set<String> found, Change change) {
        Set<String> expected = new TreeSet<>(before);
        expected.addAll(found);
        try {
            change.make.run();
            assertFound(expected);
        } finally {
            change.mend.run();
        }
        assertFound(before);
    }

    private static void assertFound(Set<String> expected) {
        assertThat(Checkups.findings(Checkups.report(realm))).isEqualTo(expected);
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
        assertFound(hidden);
        Clients.set(realm, "2", Map.of("unknown.username", "documented"));
        assertFound(before);
    }

    /** What makes a refresh token part of fusio's answer is a setting. */
    @Test
    void fusioNeedsRefreshTokensOnlyWhereItAnswersThem() {
        Change off = attribute("legacy-fusio", "use.refresh.tokens", "false", "true");
        Change answered = setting("legacy-fusio", "response", "extended", "documented");
        off.make.run();
        assertFound(before);

        answered.make.run();
        assertThat(Checkups.findings(Checkups.report(realm))).contains("fusio/legacy-fusio REFRESH_TOKENS_OFF");

        answered.mend.run();
        off.mend.run();
    }

    @Test
    void aTokenIsAboutAsLongAsIsTold() {
        TestUser user = realm.createUser("a password");
        Change roles = longRoles("legacy-fusio", 60);
        try {
            roles.make.run();
            realm.admin().users().get(user.id()).roles().realmLevel().add(longRoles());

            int length = Calls.accessToken(Route.FUSIO, realm, user).length();
            assertThat(Checkups.finding(Checkups.report(realm), "TOKENS_LONG", "fusio")
                            .path("message")
                            .textValue())
                    .isEqualTo(
                            "An access token with every role that the client's scope lets in has some 9300 characters; "
                                    + "many servers and proxies take no request header above 8 KB.");
            assertThat(length).isBetween(8900, 9500);
        } finally {
            roles.mend.run();
        }
    }

    /** In Keycloak -1 stands for the session's lifetime; nomic's page has 7200 s, the session ten hours. */
    @Test
    void anAccessTokenThatLivesAsLongAsTheSession() {
        Change endless = attribute("legacy-nomic", "access.token.lifespan", "-1", "7200");
        Change shortSession = realm(RealmRepresentation::setSsoSessionMaxLifespan, 7199, 36000);
        try {
            endless.make.run();
            assertFound(before);

            shortSession.make.run();
            assertThat(Checkups.finding(Checkups.report(realm), "ACCESS_TOKEN_SHORTER", "nomic")
                            .path("message")
                            .textValue())
                    .isEqualTo("An access token lives 7199 s; the documented one lives 7200 s.");
        } finally {
            shortSession.mend.run();
            endless.mend.run();
        }
        assertFound(before);
    }

    /** Sets this to what is wrong, and back to what is right. */
    private static <T> Change realm(BiConsumer<RealmRepresentation, T> set, T wrong, T right) {
        return new Change(
                () -> realm.change(it -> set.accept(it, wrong)), () -> realm.change(it -> set.accept(it, right)));
    }

    private static Change policy(String policy) {
        return realm(RealmRepresentation::setPasswordPolicy, policy, "hashIterations(1)");
    }

    /** Sets what is wrong with a required action, or what is right. */
    private static Change action(String alias, BiConsumer<RequiredActionProviderRepresentation, Boolean> setWrong) {
        Consumer<Boolean> change = wrong -> {
            var action = realm.admin().flows().getRequiredAction(alias);
            setWrong.accept(action, wrong);
            realm.admin().flows().updateRequiredAction(alias, action);
        };
        return new Change(() -> change.accept(true), () -> change.accept(false));
    }

    /** Sets what is wrong with the user profile, or what is right. */
    private static Change profile(BiConsumer<UPConfig, Boolean> setWrong) {
        Consumer<Boolean> change = wrong -> {
            UPConfig profile = realm.admin().users().userProfile().getConfiguration();
            setWrong.accept(profile, wrong);
            realm.admin().users().userProfile().update(profile);
        };
        return new Change(() -> change.accept(true), () -> change.accept(false));
    }

    /** Of an attribute that users write then. */
    private static Change demand(UPAttributeRequired required) {
        return profile((it, wrong) -> {
            it.getAttribute("business_name").setRequired(wrong ? required : null);
            it.getAttribute("business_name").setPermissions(permissions(wrong));
        });
    }

    private static Change required(String attribute) {
        return profile((it, wrong) -> it.getAttribute(attribute).setRequired(wrong ? new UPAttributeRequired() : null));
    }

    private static Change writtenByUsers(String attribute) {
        return profile((it, wrong) -> it.getAttribute(attribute).setPermissions(permissions(wrong)));
    }

    private static UPAttributePermissions permissions(boolean writtenByUsers) {
        return new UPAttributePermissions(Set.of("admin"), writtenByUsers ? Set.of("admin", "user") : Set.of("admin"));
    }

    private static <T> Change client(BiConsumer<ClientRepresentation, T> set, T wrong, T right) {
        return client("legacy-fusio", set, wrong, right);
    }

    private static <T> Change client(String clientId, BiConsumer<ClientRepresentation, T> set, T wrong, T right) {
        return new Change(
                () -> Clients.change(realm, clientId, it -> set.accept(it, wrong)),
                () -> Clients.change(realm, clientId, it -> set.accept(it, right)));
    }

    private static Change origins(String... origins) {
        return client(ClientRepresentation::setWebOrigins, List.of(origins), List.of("http://localhost:3000"));
    }

    private static Change allRoles(String clientId) {
        return client(clientId, ClientRepresentation::setFullScopeAllowed, true, false);
    }

    private static Change attribute(String clientId, String name, String wrong, String right) {
        return client(clientId, (it, value) -> it.getAttributes().put(name, value), wrong, right);
    }

    private static Change setting(String clientId, String key, String wrong, String right) {
        return settings(clientId, Map.of(key, wrong), Map.of(key, right));
    }

    private static Change settings(String clientId, Map<String, String> wrong, Map<String, String> right) {
        return new Change(() -> Clients.set(realm, clientId, wrong), () -> Clients.set(realm, clientId, right));
    }

    /** Gives the client of nomic a client scope by default, or takes it. */
    private static Change scopeOfNomic(String name, boolean wrong) {
        Consumer<Boolean> byDefault = given -> {
            String id = Clients.scopeId(realm, name);
            ClientResource client = Clients.admin(realm, "legacy-nomic");
            client.removeOptionalClientScope(id);
            client.removeDefaultClientScope(id);
            if (given) {
                client.addDefaultClientScope(id);
            }
        };
        return new Change(() -> byDefault.accept(wrong), () -> byDefault.accept(!wrong));
    }

    private static Change mapper(String clientId, ProtocolMapperRepresentation mapper) {
        return new Change(
                () -> Clients.mappers(realm, clientId).createMapper(mapper).close(), () -> {
                    var mappers = Clients.mappers(realm, clientId);
                    mappers.getMappers().stream()
                            .filter(candidate -> candidate.getName().equals(mapper.getName()))
                            .forEach(found -> mappers.delete(found.getId()));
                });
    }

    private static Change roleClaim(String clientId) {
        return mapper(
                clientId,
                Mappers.of(
                        "role",
                        "oidc-usermodel-attribute-mapper",
                        Map.of("user.attribute", "role", "claim.name", "role", "userinfo.token.claim", "true")));
    }

    /** A client as an import brings it, without the form's checks. */
    private static Change imported(Consumer<ClientRepresentation> wrong, Consumer<ClientRepresentation> right) {
        return new Change(() -> importFusio(wrong), () -> importFusio(right));
    }

    private static void importFusio(Consumer<ClientRepresentation> change) {
        ClientRepresentation client = Clients.admin(realm, "legacy-fusio").toRepresentation();
        client.setId(null);
        client.getProtocolMappers().forEach(mapper -> mapper.setId(null));
        change.accept(client);
        ArrayNode clients = JSON.createArrayNode().add(JSON.<JsonNode>valueToTree(client));
        Answers.granted(Clients.partialImport(realm, "OVERWRITE", clients));
    }

    private static ProtocolMapperRepresentation form(String name, String shape) {
        return Mappers.of(name, "legacy-login-" + shape, Map.of());
    }

    private static void removeClientScope(String name) {
        realm.admin().clientScopes().get(Clients.scopeId(realm, name)).remove();
    }

    /** Each takes a hundred characters of a token's JSON. */
    private static Change longRoles(String clientId, int count) {
        return new Change(
                () -> {
                    IntStream.range(0, count)
                            .mapToObj(
                                    number -> new RoleRepresentation("%s%095d".formatted(LONG_ROLE, number), "", false))
                            .forEach(realm.admin().roles()::create);
                    Clients.admin(realm, clientId)
                            .getScopeMappings()
                            .realmLevel()
                            .add(longRoles());
                },
                () -> longRoles().forEach(role -> realm.admin().rolesById().deleteRole(role.getId())));
    }

    private static List<RoleRepresentation> longRoles() {
        return realm.admin().roles().list(LONG_ROLE, true);
    }

    /** One policy for all clients with this executor. */
    private static Change clientPolicy(String executor) {
        return new Change(
                () -> {
                    putClientPolicies("profiles", """
                            {"profiles":[{"name":"strict","executors":[{"executor":"%s","configuration":{}}]}]}\
                            """.formatted(executor));
                    putClientPolicies("policies", """
                            {"policies":[{"name":"everybody","enabled":true,"profiles":["strict"],\
                            "conditions":[{"condition":"any-client","configuration":{}}]}]}""");
                },
                () -> {
                    putClientPolicies("policies", "{\"policies\":[]}");
                    putClientPolicies("profiles", "{\"profiles\":[]}");
                });
    }

    private static void putClientPolicies(String what, String json) {
        Answer answer = Http.put("/admin/realms/" + realm.name() + "/client-policies/" + what)
                .asAdmin()
                .json(json)
                .send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Gives the client of fusio a direct grant flow of its own in which this step is that. */
    private static Change directGrantFlow(String step, String requirement) {
        return new Change(
                () -> {
                    var flows = realm.admin().flows();
                    flows.copy("direct grant", Map.of("newName", step)).close();
                    if (step.startsWith("deny")) {
                        flows.addExecution(step, Map.of("provider", step));
                    }
                    Flows.require(flows, step, step, requirement);
                    flows.getFlows().stream()
                            .filter(flow -> flow.getAlias().equals(step))
                            .forEach(flow -> bindDirectGrant(flow.getId()));
                },
                () -> bindDirectGrant(""));
    }

    private static void bindDirectGrant(String flow) {
        Clients.change(
                realm, "legacy-fusio", it -> it.setAuthenticationFlowBindingOverrides(Map.of("direct_grant", flow)));
    }

    private static void clientsBySignedJwtAlone() {
        var flows = realm.admin().flows();
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias("jwt");
        flow.setProviderId("client-flow");
        flow.setTopLevel(true);
        flows.createFlow(flow).close();
        flows.addExecution("jwt", Map.of("provider", "client-jwt"));
        Flows.require(flows, "jwt", "client-jwt", "ALTERNATIVE");
        realm.change(it -> it.setClientAuthenticationFlow("jwt"));
    }

    private static void addClient() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("another");
        client.setProtocolMappers(List.of(form("form", "nomic")));
        realm.admin().clients().create(client).close();
    }
}
