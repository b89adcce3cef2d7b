package dev.legacylogin.endpoint;

import dev.legacylogin.described.DescribedApis;
import dev.legacylogin.routing.ClientPath;
import dev.legacylogin.routing.Target;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * A path that a client's form describes.
 *
 * @param shape the API
 * @param endpoint the path
 * @param client the client
 */
record DescribedPath(Shape shape, Endpoint endpoint, ServingClient client) {

    /** The one that is asked for; empty where there is no such client, no usable description, or no such path in it. */
    static Optional<DescribedPath> find(DescribedApis apis, RealmModel realm, Target.OfClient target) {
        return client(apis, realm, target.clientId())
                .flatMap(client -> apis.shape(client.model(), client.settings())
                        .flatMap(shape -> at(target.path(), shape, client)));
    }

    /** The client of this id whose form describes an API; empty where there is none that a path can name. */
    static Optional<ServingClient> client(DescribedApis apis, RealmModel realm, String clientId) {
        return Optional.of(clientId)
                .filter(ClientPath::isPossible)
                .map(realm::getClientByClientId)
                .flatMap(client -> apis.settingsOf(client).map(settings -> new ServingClient(client, settings)));
    }

    private static Optional<DescribedPath> at(String path, Shape shape, ServingClient client) {
        return shape.endpoints().stream()
                .filter(endpoint -> endpoint.path().equals(path))
                .findFirst()
                .map(endpoint -> new DescribedPath(shape, endpoint, client));
    }

    /** The clients that serve it: this one. */
    ServingClients clients(RealmModel realm) {
        return ServingClients.only(realm, shape, client);
    }
}
