package dev.legacylogin.shape;

import java.util.Optional;

/** Which of the clients that carry a shape's form serves a request. */
public sealed interface ServedBy {

    /**
     * The one of a fixed name, because the old API's requests name none. Its secret is added inside Keycloak.
     *
     * @param clientId the name, unless a server option says another
     */
    record FixedClient(String clientId) implements ServedBy {}

    /** The one that the request names, see {@link Endpoint#credentials}. */
    record NamedClient() implements ServedBy {}

    /** A client's id and secret as sent. */
    record Credentials(Optional<String> clientId, Optional<String> secret) {
        /** Where the old API knows no clients. */
        public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }
}
