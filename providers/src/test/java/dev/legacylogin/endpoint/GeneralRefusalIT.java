package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Flows;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/** What neither the user nor the client has done wrong: no word of the client's secret, no session, an event's own error. */
@Tag("threat-12")
class GeneralRefusalIT {
    private static final String FLOW = "legacy direct grant";
    private static final String LIMITS = "user-session-limits";

    /** What the direct grant flow has behind name and password, and the error of Keycloak's event. */
    enum Step {
        DENY_ACCESS("access_denied", flows -> add(flows, "deny-access-authenticator")),
        SESSION_LIMIT("generic_authentication_error", flows -> {
            String id = add(flows, LIMITS);
            AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
            config.setAlias("limits");
            config.setConfig(Map.of("behavior", "Deny new session", "userRealmLimit", "1", "userClientLimit", "0"));
            flows.newExecutionConfig(id, config).close();
        }),
        STEP_FOR_BROWSERS("generic_authentication_error", flows -> add(flows, "auth-username-password-form")),
        CERTIFICATE("user_not_found", flows -> add(flows, "direct-grant-auth-x509-username")),
        STEP_WITHOUT_ITS_CONFIGURATION("generic_authentication_error", flows -> add(flows, LIMITS));

        private final String error;
        private final Consumer<AuthenticationManagementResource> add;

        Step(String error, Consumer<AuthenticationManagementResource> add) {
            this.error = error;
            this.add = add;
        }
    }

    /** Those that have been needed so far, each for all logins. */
    private static final Map<Step, TestRealm> REALMS = new EnumMap<>(Step.class);

    @AfterAll
    static void removeRealms() {
        REALMS.values().forEach(TestRealm::close);
    }

    private static TestRealm with(Step step) {
        if (!REALMS.containsKey(step)) {
            REALMS.put(step, TestRealm.forManyLogins());
            directGrantFlow(REALMS.get(step), step);
        }
        return REALMS.get(step);
    }

    static Stream<Arguments> loginsAndSteps() {
        return Stream.of(Step.values()).flatMap(step -> Route.LOGINS.stream().map(route -> Arguments.of(step, route)));
    }

    @ParameterizedTest
    @MethodSource("loginsAndSteps")
    void isAnsweredWithoutAWrongHint(Step step, Route route) {
        TestRealm realm = with(step);
        try (TestUser user = realm.createUser("a password")) {
            if (step == Step.SESSION_LIMIT) {
                Answers.granted(route, Calls.right(route, realm, user));
            }
            int sessions = user.admin().getUserSessions().size();
            int events = realm.events().size();

            Answer answer = Calls.right(route, realm, user).send();

            Answers.assertFailure(answer, Failure.refused(route, realm));
            assertThat(user.admin().getUserSessions()).hasSize(sessions);
            assertThat(realm.events()).hasSizeGreaterThan(events);
            assertThat(realm.events().get(0).getType()).isEqualTo("LOGIN_ERROR");
            assertThat(realm.events().get(0).getError()).isEqualTo(step.error);
            assertThat(realm.events().get(0).getDetails()).containsEntry("legacy_login", route.shape());
        }
    }

    /** A flow with a step for a browser, and one in which nobody looks for a user. */
    @ParameterizedTest
    @ValueSource(strings = {"auth-username-password-form", "deny-access-authenticator"})
    void isAnsweredWhereTheFlowIsNoneForAppsOrForNobody(String step) {
        try (TestRealm realm = TestRealm.forManyLogins();
                TestUser user = realm.createUser("a password")) {
            AuthenticationManagementResource flows = realm.admin().flows();
            AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
            flow.setAlias(FLOW);
            flow.setProviderId("basic-flow");
            flow.setTopLevel(true);
            flows.createFlow(flow).close();
            add(flows, step);
            if (step.startsWith("deny")) {
                Flows.require(flows, FLOW, step, "DISABLED");
            }
            bind(realm);

            for (Route route : Route.LOGINS) {
                Answer answer = Calls.right(route, realm, user).send();

                Answers.assertFailure(answer, Failure.refused(route, realm));
            }
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    /** Left from a time when the realm allowed that; Keycloak's own endpoint answers 409. */
    @Test
    void anAddressThatTwoUsersHaveIsRefused() {
        try (TestRealm realm = TestRealm.forManyLogins(
                        json -> json.put("loginWithEmailAllowed", false).put("duplicateEmailsAllowed", true));
                TestUser one = realm.createUser("a password");
                TestUser other = realm.createUser("a password")) {
            String email = one.username() + "@example.org";
            other.change(user -> user.setEmail(email));
            realm.change(it -> {
                it.setDuplicateEmailsAllowed(false);
                it.setLoginWithEmailAllowed(true);
                it.setRegistrationEmailAsUsername(true);
            });

            for (String name : List.of(email, one.username())) {
                for (Route route : Route.LOGINS) {
                    assertAnsweredLikeKeycloaksOwn(route, realm, name, name.equals(email));
                }
            }
        }
    }

    private static void assertAnsweredLikeKeycloaksOwn(Route route, TestRealm realm, String name, boolean address) {
        Answer own = OwnTokenEndpoint.of(realm, route).password(name, "a password");
        Answer answer = Calls.request(route, realm, name, "a password").send();

        if (own.status() == 200) { // by the username, before 26.7
            Answers.assertGranted(route, answer);
        } else {
            Answers.assertFailure(answer, address ? Failure.wrongSecret(route, realm) : Failure.refused(route, realm));
            assertThat(realm.events().get(0).getType()).isEqualTo("LOGIN_ERROR");
            assertThat(realm.events().get(0).getDetails()).containsEntry("legacy_login", route.shape());
        }
    }

    private static void directGrantFlow(TestRealm realm, Step step) {
        AuthenticationManagementResource flows = realm.admin().flows();
        flows.copy("direct grant", Map.of("newName", FLOW)).close();
        step.add.accept(flows);
        bind(realm);
    }

    private static void bind(TestRealm realm) {
        realm.change(it -> it.setDirectGrantFlow(FLOW));
    }

    private static String add(AuthenticationManagementResource flows, String step) {
        flows.addExecution(FLOW, Map.of("provider", step));
        return Flows.require(flows, FLOW, step, "REQUIRED");
    }
}
