package dev.legacylogin.checkup;

import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.token.ClientSecrets;
import dev.legacylogin.token.SelfWritten;
import dev.legacylogin.token.WebOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** What of a client's settings concerns the shape that it serves. */
final class ClientChecks {
    private static final String CLIENT_SECRET = "client-secret";
    private static final String PASSWORD = "direct-grant-validate-password";
    private static final String DENY_ACCESS = "deny-access-authenticator";
    private static final String ATTRIBUTE_MAPPER = "oidc-usermodel-attribute-mapper";

    /** In characters: RFC 6265, section 6.1, and nginx's buffer for the headers of an answer. */
    private static final int MAX_COOKIE = 4096;

    /** In characters: nginx's, Apache's and Tomcat's default, less the rest of the line. */
    private static final int MAX_REQUEST_HEADER = 8000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TokenLengths lengths;
    private final Shape shape;
    private final ServingClient client;
    private final ClientModel model;
    private final List<Finding> findings = new ArrayList<>();

    private ClientChecks(
            KeycloakSession session, RealmModel realm, TokenLengths lengths, Shape shape, ServingClient client) {
        this.session = session;
        this.realm = realm;
        this.lengths = lengths;
        this.shape = shape;
        this.client = client;
        this.model = client.model();
    }

    static List<Finding> of(
            KeycloakSession session, RealmModel realm, TokenLengths lengths, Shape shape, ServingClient client) {
        ClientChecks checks = new ClientChecks(session, realm, lengths, shape, client);
        checks.client();
        checks.tokens();
        checks.settings();
        checks.webOrigins();
        checks.claims();
        checks.findings.addAll(ClaimChecks.of(session, realm, shape, client));
        return checks.findings;
    }

    private void client() {
        add(!model.isEnabled(), Check.CLIENT_DISABLED);
        add("saml".equals(model.getProtocol()), Check.NOT_OPENID_CONNECT);
        add(model.isBearerOnly(), Check.BEARER_ONLY);
        add(!model.isDirectAccessGrantsEnabled(), Check.DIRECT_ACCESS_GRANTS_OFF);
        add(model.isConsentRequired(), Check.CONSENT_REQUIRED);
        if (model.isPublicClient()) {
            add(
                    true,
                    shape.servedBy() instanceof ServedBy.NamedClient
                            ? Check.PUBLIC_CLIENT_WITH_SECRET
                            : Check.PUBLIC_CLIENT);
        } else {
            secret();
        }
        // public clients need the step too
        add(!isInFlow(), Check.CLIENT_AUTHENTICATION_FLOW);
        directGrant();
    }

    private void secret() {
        String authenticator = model.getClientAuthenticatorType();
        // Keycloak takes none for this one
        if (authenticator != null && !CLIENT_SECRET.equals(authenticator)) {
            findings.add(Check.CLIENT_AUTHENTICATOR.found(authenticator));
            return;
        }
        long expires = seconds(ClientSecretConstants.CLIENT_SECRET_EXPIRATION, Long.MAX_VALUE);
        boolean expired = expires < Time.currentTimeMillis() / 1000;
        add(expired, Check.CLIENT_SECRET_EXPIRED);
        // an expired one is not taken from there either
        add(!expired && ClientSecrets.isReference(session, model), Check.CLIENT_SECRET_IN_VAULT);
    }

    /** As Keycloak looks for it: the first required step alone counts, or else all alternatives. */
    private boolean isInFlow() {
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        if (flow == null) {
            return false;
        }
        List<AuthenticationExecutionModel> steps =
                realm.getAuthenticationExecutionsStream(flow.getId()).toList();
        return steps.stream()
                .filter(AuthenticationExecutionModel::isRequired)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> steps.stream()
                        .filter(AuthenticationExecutionModel::isAlternative)
                        .toList())
                .stream()
                .anyMatch(step -> CLIENT_SECRET.equals(step.getAuthenticator()));
    }

    /** What its steps do together nobody can tell but Keycloak, at a login. */
    private void directGrant() {
        String own = model.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.DIRECT_GRANT_BINDING);
        AuthenticationFlowModel flow =
                own == null || own.isEmpty() ? realm.getDirectGrantFlow() : realm.getAuthenticationFlowById(own);
        if (flow == null || steps(flow).noneMatch(step -> PASSWORD.equals(step.getAuthenticator()))) {
            findings.add(Check.DIRECT_GRANT_WITHOUT_PASSWORD.found(flow == null ? "" : flow.getAlias()));
        } else if (realm.getAuthenticationExecutionsStream(flow.getId())
                .anyMatch(step -> step.isRequired() && DENY_ACCESS.equals(step.getAuthenticator()))) {
            findings.add(Check.DIRECT_GRANT_DENIED.found(flow.getAlias()));
        }
    }

    /** All that are not disabled, those of its subflows too. */
    private Stream<AuthenticationExecutionModel> steps(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(step -> !step.isDisabled())
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? steps(realm.getAuthenticationFlowById(step.getFlowId()))
                        : Stream.of(step));
    }

    private void tokens() {
        add(
                is(OIDCConfigAttributes.USE_MTLS_HOK_TOKEN) || is(OIDCConfigAttributes.DPOP_BOUND_ACCESS_TOKENS),
                Check.BOUND_TOKENS);
        add(shape.promises().headers().test(client.settings()) && model.isFullScopeAllowed(), Check.LONG_HEADERS);
        length();
        if (shape.promises().renewal()) {
            renewal();
        }
        boolean refreshTokens = !"false".equals(model.getAttribute(OIDCConfigAttributes.USE_REFRESH_TOKEN));
        add(shape.promises().refreshTokens().test(client.settings()) && !refreshTokens, Check.REFRESH_TOKENS_OFF);
        long session = shortest(
                OIDCConfigAttributes.CLIENT_SESSION_MAX_LIFESPAN,
                realm.getClientSessionMaxLifespan(),
                realm.getSsoSessionMaxLifespan());
        long access = accessToken(session);
        if (access < shape.promises().accessTokenSeconds()) {
            findings.add(
                    Check.ACCESS_TOKEN_SHORTER.found(access, shape.promises().accessTokenSeconds()));
        }
        long idle = shortest(
                OIDCConfigAttributes.CLIENT_SESSION_IDLE_TIMEOUT,
                realm.getClientSessionIdleTimeout(),
                realm.getSsoSessionIdleTimeout());
        long refresh = Math.min(idle, session);
        if (refreshTokens && refresh < shape.promises().refreshTokenSeconds()) {
            findings.add(
                    Check.REFRESH_TOKEN_SHORTER.found(refresh, shape.promises().refreshTokenSeconds()));
        }
    }

    private void length() {
        int length = lengths.estimate(model);
        if (shape.promises().headers().test(client.settings()) && length > MAX_COOKIE) {
            findings.add(
                    Check.TOKENS_LONG.found(length, "a cookie holds 4 KB, and many proxies take no longer headers"));
        } else if (length > MAX_REQUEST_HEADER) {
            findings.add(Check.TOKENS_LONG.found(length, "many servers and proxies take no request header above 8 KB"));
        }
    }

    private void renewal() {
        add(is(Constants.USE_LIGHTWEIGHT_ACCESS_TOKEN_ENABLED), Check.LIGHTWEIGHT_TOKENS);
        List<String> policies = Policies.with(session, realm, Set.of("use-lightweight-access-token"));
        if (!policies.isEmpty()) {
            findings.add(Check.LIGHTWEIGHT_TOKENS_BY_POLICY.found(String.join(", ", policies)));
        }
        Map<String, ClientScopeModel> byDefault = model.getClientScopes(true);
        add(
                Stream.concat(Stream.of(model), byDefault.values().stream())
                        .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                        .noneMatch(ClientChecks::mapsSubject),
                Check.TOKENS_WITHOUT_SUBJECT);
        add(byDefault.containsKey(OAuth2Constants.OFFLINE_ACCESS), Check.OFFLINE_ACCESS_BY_DEFAULT);
    }

    /** Keycloak's own mapper of {@code sub}, or one that gives each client another. */
    private static boolean mapsSubject(ProtocolMapperModel mapper) {
        return "oidc-sub-mapper".equals(mapper.getProtocolMapper())
                ? Boolean.parseBoolean(mapper.getConfig().get("access.token.claim"))
                : mapper.getProtocolMapper().endsWith("-pairwise-sub-mapper");
    }

    private void settings() {
        client.settings()
                .sunset()
                .filter(sunset -> sunset.hasPassed())
                .ifPresent(sunset -> findings.add(
                        (sunset.refuses() ? Check.SUNSET_REFUSES : Check.SUNSET_PASSED).found(sunset.date())));
        shape.form()
                .unusable(client.settings())
                .forEach(setting -> findings.add(Check.SETTING_UNUSABLE.found(setting.label())));
        add(shape.form().countOf(model) > 1, Check.SETTINGS_TWICE);
        add(shape.promises().disclosure().test(client.settings()), Check.USERNAMES_DISCLOSED);
    }

    private void webOrigins() {
        Set<String> origins = WebOrigins.of(session, model);
        add(origins.contains("*"), Check.WEB_ORIGINS_ANY);
        add(origins.isEmpty(), Check.WEB_ORIGINS_NONE);
    }

    /** Those that Keycloak's mapper of user attributes puts into UserInfo; what other mappers do, nobody can tell. */
    private void claims() {
        SelfWritten selfWritten = new SelfWritten(session, null);
        Stream.concat(
                        model.getProtocolMappersStream(),
                        model.getClientScopes(true).values().stream()
                                .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream))
                .filter(mapper -> ATTRIBUTE_MAPPER.equals(mapper.getProtocolMapper()))
                .map(ProtocolMapperModel::getConfig)
                .filter(config -> config != null && !"false".equals(config.get("userinfo.token.claim")))
                .filter(config -> config.get("claim.name") != null && isTrusted(config.get("claim.name")))
                .filter(config ->
                        config.get("user.attribute") != null && selfWritten.test(config.get("user.attribute")))
                .map(config -> Check.CLAIM_SELF_WRITTEN.found(config.get("claim.name")))
                .forEach(findings::add);
    }

    private boolean isTrusted(String field) {
        return shape.promises().trustedFields().contains(field)
                || shape.form().claims().fieldsIn(client.settings()).contains(field);
    }

    private void add(boolean found, Check check) {
        if (found) {
            findings.add(check.found());
        }
    }

    private boolean is(String attribute) {
        return Boolean.parseBoolean(model.getAttribute(attribute));
    }

    /** Seconds; Keycloak takes -1 for the session's lifetime, which caps the others. */
    private long accessToken(long session) {
        boolean asSession = "-1".equals(model.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN));
        long seconds =
                asSession ? -1 : seconds(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN, realm.getAccessTokenLifespan());
        return seconds < 0 ? session : Math.min(seconds, session);
    }

    /** The client's own value in seconds, or the realm's where the client has none. */
    private long seconds(String attribute, long ofRealm) {
        String own = model.getAttribute(attribute);
        return own == null || !own.matches("[1-9][0-9]{0,9}") ? ofRealm : Long.parseLong(own);
    }

    /** Seconds: the client's value or else the realm's for clients (0 is none), and never more than the SSO session's. */
    private long shortest(String attribute, long ofClients, long ofSession) {
        return Stream.of(seconds(attribute, ofClients), ofSession)
                .filter(seconds -> seconds > 0)
                .min(Long::compare)
                .orElse(ofSession);
    }
}
