package dev.legacylogin.hash;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * A hash that Keycloak verifies without this jar.
 *
 * @param algorithm the id of Keycloak's provider
 * @param iterations of its algorithm
 * @param parameters what else the provider needs
 * @param salt the salt
 * @param key what the password has to give
 */
record KeycloakHash(
        String family,
        boolean weak,
        String algorithm,
        int iterations,
        Map<String, List<String>> parameters,
        byte[] salt,
        byte[] key)
        implements Hash {

    @Override
    public PasswordCredentialModel credential() {
        // compared as text, so in exactly this form: with padding
        String value = Base64.getEncoder().encodeToString(key);
        return PasswordCredentialModel.createFromValues(algorithm, salt, iterations, parameters, value);
    }
}
