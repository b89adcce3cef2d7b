package dev.legacylogin.shape;

import dev.legacylogin.importing.UserTable;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/**
 * One old API: a constant in the package of that API, listed once, in {@link dev.legacylogin.Shapes}. Routes, provider,
 * log, check-up and tests go over that list and know no API by name.
 *
 * @param name for instance {@code fusio}: in events, in server options and in the check-up
 * @param form the settings form; a client that carries it serves the shape, which has the shape's name where it is built in
 * @param servedBy which of these clients serves a request
 * @param promises what its documentation promises, for the check-up
 * @param endpoints its documented paths
 * @param users how a row of its table of users becomes a user; empty where nobody knows that table
 */
public record Shape(
        String name,
        SettingsForm form,
        ServedBy servedBy,
        Promises promises,
        List<Endpoint> endpoints,
        Optional<UserTable> users) {
    /** Its documented paths, in the order of its documentation. */
    public Shape {
        endpoints = List.copyOf(endpoints);
    }

    /** A built-in one, which has its form's name. */
    public Shape(
            SettingsForm form,
            ServedBy servedBy,
            Promises promises,
            List<Endpoint> endpoints,
            Optional<UserTable> users) {
        this(form.shape(), form, servedBy, promises, endpoints, users);
    }

    /** The client that serves it in every realm, by name; empty where requests name their client. Read anew each time. */
    public Optional<String> clientId() {
        return servedBy instanceof ServedBy.FixedClient fixed
                ? ServerOptions.clientId(name()).or(() -> Optional.of(fixed.clientId()))
                : Optional.empty();
    }

    /** This client with its settings, or empty where it does not carry the form. */
    public Optional<ServingClient> servedBy(ClientModel client) {
        return form.settingsOf(client).map(settings -> new ServingClient(client, settings));
    }
}
