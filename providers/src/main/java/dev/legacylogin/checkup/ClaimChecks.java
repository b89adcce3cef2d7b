package dev.legacylogin.checkup;

import dev.legacylogin.http.Urls;
import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.urls.UrlType;
import org.keycloak.userprofile.UserProfileProvider;

/** What of a client concerns the claims of its access tokens. */
record ClaimChecks(KeycloakSession session, RealmModel realm, ClientModel model, OriginClaims claims) {
    private static final String LEGACY_ID = "legacy_id";

    static List<Finding> of(KeycloakSession session, RealmModel realm, Shape shape, ServingClient client) {
        OriginClaims claims = shape.form().claims();
        ClaimChecks checks = new ClaimChecks(session, realm, client.model(), claims);
        List<Finding> findings = new ArrayList<>(checks.unreadable());
        if (claims.fieldsIn(client.settings()).contains(LEGACY_ID)) {
            findings.addAll(checks.legacyId());
        }
        return findings;
    }

    private List<Finding> legacyId() {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        boolean dropped = profile.getAttribute(LEGACY_ID) == null && isOff(profile.getUnmanagedAttributePolicy());
        return Stream.concat(
                        dropped ? Stream.of(Check.LEGACY_ID_UNDECLARED.found()) : Stream.empty(),
                        claims.makeTheSubject() ? Stream.of(Check.LEGACY_IDS_NEEDED.found()) : Stream.empty())
                .toList();
    }

    /** Whether nobody can give a user an attribute that is not in the profile; absent is off. */
    private static boolean isOff(UPConfig.UnmanagedAttributePolicy policy) {
        return policy == null || policy == UPConfig.UnmanagedAttributePolicy.ADMIN_VIEW;
    }

    private List<Finding> unreadable() {
        String issuer = Urls.below(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), "/realms/" + Urls.segment(realm.getName()));
        List<String> needed = Stream.of(issuer, model.getClientId())
                .filter(name -> !claims.isReadable(name))
                .toList();
        List<String> left = Stream.concat(scopes(), roles())
                .filter(name -> !claims.isReadable(name))
                .sorted()
                .toList();
        return Stream.concat(
                        needed.isEmpty()
                                ? Stream.empty()
                                : Stream.of(Check.TOKENS_UNREADABLE.found(String.join(", ", needed))),
                        left.isEmpty()
                                ? Stream.empty()
                                : Stream.of(Check.CLAIMS_LEFT_OUT.found(String.join(", ", left))))
                .toList();
    }

    private Stream<String> scopes() {
        return Stream.of(true, false)
                .map(model::getClientScopes)
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(ClientScopeModel::getName);
    }

    /** The realm's; whether the client gets its user's is the same question for each. */
    private Stream<String> roles() {
        return (model.isFullScopeAllowed() ? realm.getRolesStream() : model.getScopeMappingsStream())
                .map(RoleModel::getName);
    }
}
