package dev.legacylogin;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

/** The authentication flows of a realm. */
public final class Flows {
    private Flows() {}

    /**
     * Sets what is required of a step of a flow.
     *
     * @param step the id of its provider
     * @param requirement such as {@code REQUIRED}
     * @return Keycloak's id of the step
     */
    public static String require(AuthenticationManagementResource flows, String flow, String step, String requirement) {
        AuthenticationExecutionInfoRepresentation execution = flows.getExecutions(flow).stream()
                .filter(it -> step.equals(it.getProviderId()))
                .findFirst()
                .orElseThrow();
        execution.setRequirement(requirement);
        flows.updateExecutions(flow, execution);
        return execution.getId();
    }
}
