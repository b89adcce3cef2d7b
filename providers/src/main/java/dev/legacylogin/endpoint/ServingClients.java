package dev.legacylogin.endpoint;

import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The clients of one realm that serve one shape. None of the questions costs more because the realm has more clients
 * that do not carry the shape's form.
 */
final class ServingClients {
    /** No client, of no shape. */
    static final ServingClients NONE = new ServingClients(null, null, Stream::empty);

    private final RealmModel realm;
    private final Shape shape;
    private final Supplier<Stream<ServingClient>> all;

    private ServingClients(RealmModel realm, Shape shape, Supplier<Stream<ServingClient>> all) {
        this.realm = realm;
        this.shape = shape;
        this.all = all;
    }

    /**
     * Of this shape in this realm.
     *
     * @param clientId the client that serves a shape whose requests name none
     * @param carriers Keycloak's ids of the realm's clients that carry the form, at least
     */
    static ServingClients of(RealmModel realm, Shape shape, String clientId, Supplier<List<String>> carriers) {
        if (shape.servedBy() instanceof ServedBy.FixedClient) {
            List<ServingClient> only =
                    serving(shape, realm.getClientByClientId(clientId)).stream().toList();
            return new ServingClients(realm, shape, only::stream);
        }
        return new ServingClients(
                realm,
                shape,
                () -> carriers.get().stream()
                        .map(realm::getClientById)
                        .flatMap(client -> serving(shape, client).stream()));
    }

    /** The one client that a described API is at. */
    static ServingClients only(RealmModel realm, Shape shape, ServingClient client) {
        return new ServingClients(realm, shape, () -> Stream.of(client));
    }

    /** Whether no client serves the shape: its paths are not there then. */
    boolean none() {
        return all.get().findAny().isEmpty();
    }

    /** All of them, looked up one by one. */
    Stream<ServingClient> all() {
        return all.get();
    }

    /** The one with this client id, if it serves the shape. */
    Optional<ServingClient> withClientId(String clientId) {
        // a database may fail at such characters instead of finding nothing
        return clientId.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : serving(shape, realm.getClientByClientId(clientId));
    }

    private static Optional<ServingClient> serving(Shape shape, ClientModel client) {
        return Optional.ofNullable(client).flatMap(shape::servedBy);
    }
}
