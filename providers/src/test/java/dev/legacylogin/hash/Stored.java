package dev.legacylogin.hash;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.Await;
import dev.legacylogin.Texts;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Users with old hashes, and how a server stores their passwords. */
final class Stored {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stored() {}

    /** A user who has the hash and not the password. */
    static TestUser user(TestRealm realm, Vector vector) {
        PasswordCredentialModel model = vector.read().credential();
        return user(realm, vector.password(), model.getCredentialData(), model.getSecretData());
    }

    /** A user with this text as an old hash, whatever it is. */
    static TestUser user(TestRealm realm, String password, String text) {
        String secret = JSON.valueToTree(Map.of("value", text)).toString();
        return user(realm, password, "{\"algorithm\":\"legacy-hash\",\"hashIterations\":1}", secret);
    }

    private static TestUser user(TestRealm realm, String password, String credentialData, String secretData) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setCredentialData(credentialData);
        credential.setSecretData(secretData);
        return realm.createUser(password, credential);
    }

    /** The algorithm of the user's password. */
    static String algorithm(TestUser user) {
        return Texts.json(user.admin().credentials().get(0).getCredentialData())
                .path("algorithm")
                .textValue();
    }

    /** Waits until the server has hashed the password anew, which newer versions do after the login's answer. */
    static void awaitAlgorithm(TestUser user, String algorithm) {
        Await.until(() -> algorithm(user).equals(algorithm));
    }
}
