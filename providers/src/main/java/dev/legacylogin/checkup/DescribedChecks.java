package dev.legacylogin.checkup;

import dev.legacylogin.described.DescribedApis;
import dev.legacylogin.described.DescribedSettings;
import dev.legacylogin.http.Urls;
import dev.legacylogin.routing.ClientPath;
import dev.legacylogin.routing.RootPath;
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

/** The clients of a realm whose forms describe an API: each is a shape of its own in the report. */
final class DescribedChecks {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final URI base;
    private final TokenLengths lengths;
    private final DescribedApis apis = new DescribedApis();
    private final List<ServingClient> clients;
    private final List<RootPath> roots = RootPath.all();

    DescribedChecks(
            KeycloakSession session, RealmModel realm, URI base, TokenLengths lengths, List<ClientModel> clients) {
        this.session = session;
        this.realm = realm;
        this.base = base;
        this.lengths = lengths;
        this.clients = clients.stream()
                .flatMap(
                        client -> apis.settingsOf(client).map(settings -> new ServingClient(client, settings)).stream())
                .toList();
    }

    /** These clients. */
    Stream<ClientModel> clients() {
        return clients.stream().map(ServingClient::model);
    }

    /**
     * Their reports, and one on forms where they do nothing.
     *
     * @param everywhere what is found at every shape
     */
    Stream<Report.Shape> reports(List<Finding> everywhere) {
        List<Finding> onScopes = realm.getClientScopesStream()
                .filter(apis::isOn)
                .map(scope -> Check.SETTINGS_ON_CLIENT_SCOPE.found(scope.getName()))
                .toList();
        Stream<Report.Shape> nowhere = onScopes.isEmpty()
                ? Stream.empty()
                : Stream.of(new Report.Shape(DescribedSettings.NAME, false, null, List.of(), onScopes, List.of()));
        return Stream.concat(clients.stream().map(client -> report(client, everywhere)), nowhere);
    }

    private Report.Shape report(ServingClient client, List<Finding> everywhere) {
        String clientId = client.model().getClientId();
        Settings settings = client.settings();
        Optional<Shape> usable = apis.shape(client.model(), settings);
        if (usable.isEmpty() || !ClientPath.isPossible(clientId)) {
            Finding why = usable.isPresent()
                    ? Check.CLIENT_ID_IN_NO_PATH.found(clientId)
                    : Check.DESCRIPTION_UNUSABLE.found(
                            clientId, DescribedApis.mistakes(settings).get(0));
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
                        .flatMap(path -> paths(clientId, path))
                        .map(path -> Urls.below(base, path))
                        .toList(),
                everywhere,
                List.of(new Report.Client(
                        clientId, apis.values(settings), ClientChecks.of(session, realm, lengths, shape, client))));
    }

    private Stream<String> paths(String clientId, String described) {
        return Stream.concat(
                Stream.of(ClientPath.below(realm.getName(), clientId) + described),
                roots.stream()
                        .filter(root -> root.realm().equals(realm.getName())
                                && root.clientId().equals(clientId))
                        .flatMap(root -> root.atRoot(described).stream()));
    }
}
