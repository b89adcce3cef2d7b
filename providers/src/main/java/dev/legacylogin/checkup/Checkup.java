package dev.legacylogin.checkup;

import dev.legacylogin.endpoint.LegacyResourceProviderFactory;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.settings.SettingsForm;
import dev.legacylogin.settings.ShapeClients;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Looks through a realm: which shapes are on, for which clients, and what is not set up right. It changes nothing. */
public final class Checkup {
    private final KeycloakSession session;
    private final RealmModel realm;

    /** Of this realm. */
    public Checkup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Asks the database for the realm's clients and for numbers of users, so it is nothing to poll. */
    public Report report() {
        Map<String, List<DocumentedPath>> shapes = LegacyResourceProviderFactory.allPaths(session)
                .sorted(Comparator.comparing(DocumentedPath::path))
                .collect(Collectors.groupingBy(path -> path.clients().shape(), TreeMap::new, Collectors.toList()));
        List<Report.Shape> reports = shapes.values().stream().map(this::shape).toList();
        boolean anyOn = reports.stream().anyMatch(Report.Shape::on);
        return new Report(realm.getName(), anyOn ? RealmChecks.of(session, realm) : List.of(), reports);
    }

    private Report.Shape shape(List<DocumentedPath> paths) {
        ShapeClients clients = paths.get(0).clients();
        SettingsForm form = SettingsForm.of(session, clients.shape());
        List<LegacyClient> serving = clients.all(realm).toList();
        return new Report.Shape(
                clients.shape(),
                !serving.isEmpty(),
                clients.clientId().orElse(null),
                paths.stream().flatMap(this::urls).toList(),
                clients.clientId().map(id -> elsewhere(form, id)).orElse(List.of()),
                serving.stream()
                        .map(client -> new Report.Client(
                                client.model().getClientId(),
                                form.values(client.config()),
                                ClientChecks.of(session, realm, form, client)))
                        .toList());
    }

    /** Settings at clients that they have no effect for. */
    private List<Finding> elsewhere(SettingsForm form, String servedBy) {
        return realm.getClientsStream()
                .filter(client -> form.countOf(client) > 0)
                .map(ClientModel::getClientId)
                .filter(clientId -> !clientId.equals(servedBy))
                .map(clientId -> Check.OTHER_CLIENT.found(clientId, servedBy))
                .toList();
    }

    private Stream<String> urls(DocumentedPath path) {
        String base = session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUri()
                .toString()
                .replaceFirst("/$", "");
        Optional<String> root = ServerOptions.rootRealm(path.path()).filter(realm.getName()::equals);
        return Stream.concat(
                Stream.of(base + "/realms/" + realm.getName() + path.path()),
                root.map(here -> base + path.path()).stream());
    }
}
