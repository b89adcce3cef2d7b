package dev.legacylogin.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Finds the clients of a realm that serve a shape: the ones that carry its settings form. */
public final class ShapeClients {
    private final String shape;
    private final String clientId;

    private ShapeClients(String shape, String clientId) {
        this.shape = shape;
        this.clientId = clientId;
    }

    /** Of a shape whose page carries no client id: the one client of this name. */
    public static ShapeClients named(String shape, String clientId) {
        return new ShapeClients(shape, clientId);
    }

    /** Of a shape whose requests name their client: any client with the form. */
    public static ShapeClients any(String shape) {
        return new ShapeClients(shape, null);
    }

    /** The shape's name, for instance {@code fusio}. */
    public String shape() {
        return shape;
    }

    /** The id of the one client that serves it; empty where requests name their client. */
    public Optional<String> clientId() {
        return Optional.ofNullable(clientId);
    }

    /** The one client of a shape whose page carries no client id. */
    public Optional<LegacyClient> only(RealmModel realm) {
        return byClientId(realm, clientId);
    }

    /** The client with this client id, if it serves the shape. */
    public Optional<LegacyClient> byClientId(RealmModel realm, String wanted) {
        return Optional.ofNullable(realm.getClientByClientId(wanted)).flatMap(this::serving);
    }

    /**
     * Every client that serves the shape. Where requests name their client this asks the database for the realm's
     * clients, so it is for refusals and preflights only; lazy, by client id.
     */
    public Stream<LegacyClient> all(RealmModel realm) {
        return clientId == null
                ? realm.getClientsStream().map(this::serving).flatMap(Optional::stream)
                : only(realm).stream();
    }

    private Optional<LegacyClient> serving(ClientModel client) {
        return SettingsForm.configOf(client, shape).map(config -> new LegacyClient(client, config));
    }
}
