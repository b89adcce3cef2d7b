package dev.legacylogin.checkup;

import dev.legacylogin.described.DescribedApis;
import dev.legacylogin.http.Urls;
import dev.legacylogin.routing.ClientPath;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** The clients of a realm whose forms describe an API: each is a shape of its own in the report. */
final class DescribedChecks {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DescribedApis apis = new DescribedApis();
    private final List<ClientModel> clients;

    DescribedChecks(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.clients = realm.getClientsStream()
                .filter(client -> apis.settingsOf(client).isPresent())
                .toList();
    }

    /** These clients. */
    Stream<ClientModel> clients() {
        return clients.stream();
    }

    /** Their reports. */
    Stream<Report.Shape> reports() {
        return clients.stream()
                .flatMap(client -> apis.settingsOf(client).map(settings -> report(client, settings)).stream());
    }

    private Report.Shape report(ClientModel client, Settings settings) {
        String clientId = client.getClientId();
        Optional<Shape> usable = apis.shape(client, settings);
        if (usable.isEmpty() || !ClientPath.isPossible(clientId)) {
            Finding why = usable.isPresent()
                    ? Check.CLIENT_ID_IN_NO_PATH.found()
                    : Check.DESCRIPTION_UNUSABLE.found(
                            DescribedApis.mistakes(settings).get(0));
            return new Report.Shape(DescribedApis.name(settings), false, clientId, List.of(), List.of(why), List.of());
        }
        Shape shape = usable.get();
        return new Report.Shape(
                shape.name(),
                true,
                clientId,
                shape.endpoints().stream()
                        .map(Endpoint::path)
                        .sorted()
                        .map(path -> url(clientId, path))
                        .toList(),
                List.of(),
                List.of(new Report.Client(
                        clientId,
                        apis.values(settings),
                        ClientChecks.of(session, realm, shape, new ServingClient(client, settings)))));
    }

    private String url(String clientId, String path) {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return Urls.below(base, ClientPath.below(realm.getName(), clientId) + path);
    }
}
