package dev.legacylogin.checkup;

import dev.legacylogin.Shapes;
import dev.legacylogin.http.Urls;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Looks through a realm: which shapes are on, for which clients, and what is not set up right. It changes nothing. */
public final class Checkup {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final URI base;
    private final TokenLengths lengths;

    /** Of this realm. */
    public Checkup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        this.lengths = new TokenLengths(session, realm);
    }

    /** Asks the database for the realm's clients and for numbers of users, so do not poll it. */
    public Report report() {
        List<ClientModel> all = realm.getClientsStream().toList();
        Map<Shape, List<ClientModel>> clients = Shapes.carriers(all.stream());
        Map<Shape, List<ClientScopeModel>> scopes = Shapes.carriers(realm.getClientScopesStream());
        List<Finding> everywhere = ServerOptions.takenBy(session.getKeycloakSessionFactory()).stream()
                .map(Check.ANOTHER_EXTENSION::found)
                .toList();
        DescribedChecks described = new DescribedChecks(session, realm, base, lengths, all);
        List<Report.Shape> reports = Stream.concat(
                        Shapes.ALL.stream()
                                .sorted(Comparator.comparing(Shape::name))
                                .map(shape -> shape(
                                        shape,
                                        everywhere,
                                        clients.getOrDefault(shape, List.of()),
                                        scopes.getOrDefault(shape, List.of()))),
                        described.reports(everywhere))
                .toList();
        boolean anyOn = reports.stream().anyMatch(Report.Shape::on);
        Set<String> byDefault = Stream.concat(serving(clients), described.clients())
                .flatMap(client -> client.getClientScopes(true).keySet().stream())
                .collect(Collectors.toSet());
        return new Report(realm.getName(), anyOn ? RealmChecks.of(session, realm, byDefault) : List.of(), reports);
    }

    private static Stream<ClientModel> serving(Map<Shape, List<ClientModel>> carriers) {
        return carriers.entrySet().stream()
                .flatMap(carrier -> carrier.getValue().stream().filter(client -> serves(carrier.getKey(), client)));
    }

    private static boolean serves(Shape shape, ClientModel carrier) {
        return shape.clientId().map(carrier.getClientId()::equals).orElse(true);
    }

    private Report.Shape shape(
            Shape shape, List<Finding> everywhere, List<ClientModel> carriers, List<ClientScopeModel> scopes) {
        Map<Boolean, List<ServingClient>> serving = carriers.stream()
                .flatMap(client -> shape.servedBy(client).stream())
                .collect(Collectors.partitioningBy(client -> serves(shape, client.model())));
        return new Report.Shape(
                shape.name(),
                !serving.get(true).isEmpty(),
                shape.clientId().orElse(null),
                shape.endpoints().stream()
                        .map(Endpoint::path)
                        .sorted()
                        .flatMap(path -> urls(shape, path))
                        .toList(),
                findings(shape, everywhere, serving.get(false), scopes),
                serving.get(true).stream()
                        .map(client -> new Report.Client(
                                client.model().getClientId(),
                                shape.form().values(client.settings()),
                                ClientChecks.of(session, realm, lengths, shape, client)))
                        .toList());
    }

    /** What concerns the shape and none of the clients that serve it. */
    private static List<Finding> findings(
            Shape shape, List<Finding> everywhere, List<ServingClient> others, List<ClientScopeModel> scopes) {
        Stream<Finding> clients = others.stream()
                .map(client -> Check.OTHER_CLIENT.found(
                        client.model().getClientId(), shape.clientId().orElseThrow()));
        Stream<Finding> shared = scopes.stream().map(scope -> Check.SETTINGS_ON_CLIENT_SCOPE.found(scope.getName()));
        return Stream.of(everywhere.stream(), clients, shared)
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<String> urls(Shape shape, String path) {
        Optional<String> root = ServerOptions.rootRealm(shape.name()).filter(realm.getName()::equals);
        return Stream.concat(
                Stream.of(Urls.below(base, "/realms/" + Urls.segment(realm.getName()) + path)),
                root.map(here -> Urls.below(base, path)).stream());
    }
}
