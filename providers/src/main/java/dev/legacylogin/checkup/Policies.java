package dev.legacylogin.checkup;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** A realm's client policies. */
final class Policies {
    private Policies() {}

    /**
     * The names of those that are switched on and have one of these executors, in alphabetical order, whatever their
     * conditions are: those may depend on the request.
     */
    static List<String> with(KeycloakSession session, RealmModel realm, Set<String> executors) {
        try {
            var profiles = session.clientPolicy().getClientProfiles(realm, true);
            Set<String> profilesWith = Stream.of(profiles.getProfiles(), profiles.getGlobalProfiles())
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .filter(profile -> hasOne(profile, executors))
                    .map(ClientProfileRepresentation::getName)
                    .collect(Collectors.toSet());
            return session.clientPolicy().getClientPolicies(realm, false).getPolicies().stream()
                    .filter(policy -> Boolean.TRUE.equals(policy.isEnabled())
                            && policy.getProfiles() != null
                            && policy.getProfiles().stream().anyMatch(profilesWith::contains))
                    .map(ClientPolicyRepresentation::getName)
                    .sorted()
                    .toList();
        } catch (ClientPolicyException e) {
            throw new IllegalStateException("Keycloak cannot read the realm's client policies", e);
        }
    }

    private static boolean hasOne(ClientProfileRepresentation profile, Set<String> executors) {
        return profile.getExecutors() != null
                && profile.getExecutors().stream()
                        .map(ClientPolicyExecutorRepresentation::getExecutorProviderId)
                        .anyMatch(executors::contains);
    }
}
