package dev.legacylogin.endpoint;

import dev.legacylogin.described.DescribedApis;
import dev.legacylogin.routing.Target;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.util.Optional;
import org.keycloak.models.ClientModel;
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
        ClientModel client = realm.getClientByClientId(target.clientId());
        return Optional.ofNullable(client)
                .flatMap(apis::settingsOf)
                .flatMap(settings ->
                        apis.shape(client, settings).flatMap(shape -> at(target.path(), shape, client, settings)));
    }

    private static Optional<DescribedPath> at(String path, Shape shape, ClientModel client, Settings settings) {
        return shape.endpoints().stream()
                .filter(endpoint -> endpoint.path().equals(path))
                .findFirst()
                .map(endpoint -> new DescribedPath(shape, endpoint, new ServingClient(client, settings)));
    }

    /** The clients that serve it: this one. */
    ServingClients clients(RealmModel realm) {
        return ServingClients.only(realm, shape, client);
    }
}
