package dev.legacylogin.http;

import dev.legacylogin.routing.CalledRequest;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.settings.Sunset;
import dev.legacylogin.token.TokenClient;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Cookie;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A request at a documented path, and the client that serves it. */
public final class LegacyRequest {
    private final KeycloakSession session;
    private final ShapeClients clients;
    private final Optional<CalledRequest> called;
    private final Body body;
    private final Cors cors;
    private Optional<Sunset> sunset = Optional.empty();

    /** The request that is current in this session. */
    public LegacyRequest(KeycloakSession session, ShapeClients clients, InputStream body) {
        this.session = session;
        this.clients = clients;
        this.called = CalledRequest.current();
        String contentType = called.map(CalledRequest::contentType).orElse(null);
        this.body = new Body(contentType, body);
        this.cors = new Cors(session, clients);
    }

    /** Keycloak's session of this request. */
    public KeycloakSession session() {
        return session;
    }

    /** The body; read once. */
    public Body body() {
        return body;
    }

    /** The check of the request's {@code Origin}. */
    public Cors cors() {
        return cors;
    }

    /**
     * The one client of a shape whose page carries no client id.
     *
     * @throws NotFoundException where no client serves the shape: as for any path that Keycloak does not know
     * @throws RefusedException {@link Fault#ORIGIN_NOT_ALLOWED}
     */
    public LegacyClient client() {
        LegacyClient client = clients.only(realm()).orElseThrow(NotFoundException::new);
        sunset = client.sunset();
        cors.require(client);
        return client;
    }

    /**
     * The client that the request names, or empty where it names none that serves the shape.
     *
     * @throws NotFoundException where no client at all serves the shape
     * @throws RefusedException {@link Fault#ORIGIN_NOT_ALLOWED}
     */
    public Optional<LegacyClient> client(Optional<String> clientId) {
        // a database may fail at such characters instead of finding nothing
        Optional<LegacyClient> client = clientId.filter(id -> id.chars().noneMatch(Character::isISOControl))
                .flatMap(id -> clients.byClientId(realm(), id));
        client.ifPresentOrElse(
                known -> {
                    sunset = known.sunset();
                    cors.require(known);
                },
                () -> {
                    requireServed();
                    sunset = Sunset.ofAll(clients.all(realm()));
                    cors.requireAny();
                });
        return client;
    }

    /**
     * For an answer that is the same for all clients of the shape.
     *
     * @throws NotFoundException where no client serves the shape
     */
    public void anyClient() {
        requireServed();
        cors.resolve();
        sunset = sunset.or(() -> Sunset.ofAll(clients.all(realm())));
    }

    /** The day on which this client, or the shape where the client is not known, ends; or empty. Known with the client. */
    public Optional<Sunset> sunset() {
        return sunset;
    }

    /** Asks Keycloak for tokens of this client, whose secret is added. After the client's sunset it may be refused. */
    public TokenClient tokens(LegacyClient client) {
        return untilSunset(client, TokenClient.trusted(session, client.model(), clients.shape()));
    }

    /** The same for a page whose callers send the secret. */
    public TokenClient tokens(LegacyClient client, Optional<String> secret) {
        return untilSunset(
                client, TokenClient.withSecret(session, client.model(), secret.orElse(null), clients.shape()));
    }

    private static TokenClient untilSunset(LegacyClient client, TokenClient tokens) {
        return client.sunset()
                .filter(ending -> ending.refuses() && ending.hasPassed())
                .map(ending -> tokens.ended(ending.date()))
                .orElse(tokens);
    }

    /** Makes sure that it came by its documented route, and not at another path that Keycloak takes for the same. */
    public void requireDocumentedPath() {
        if (called.isEmpty()) {
            throw new NotFoundException();
        }
    }

    private void requireServed() {
        if (clients.all(realm()).findAny().isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** The values of a header, one for each line that was sent. */
    public List<String> headers(String name) {
        List<String> values =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /** The value of a header that may come once, or empty where it is absent or sent more than once. */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /**
     * The value of a cookie.
     *
     * @throws RefusedException {@link Fault#MALFORMED} where the header is none
     */
    public Optional<String> cookie(String name) {
        try {
            return Optional.ofNullable(session.getContext()
                            .getHttpRequest()
                            .getHttpHeaders()
                            .getCookies()
                            .get(name))
                    .map(Cookie::getValue)
                    .filter(value -> !value.isBlank());
        } catch (IllegalArgumentException e) {
            // its message holds the header, and so the token: it must not get into the log
            throw new RefusedException(Fault.MALFORMED);
        }
    }

    /** The URL that was called, without its query: at the root where the caller used a root path. */
    public URI url() {
        URI url = session.getContext().getUri().getAbsolutePath();
        return called.map(CalledRequest::path).map(url::resolve).orElse(url);
    }

    /** Whether the caller came over https, by Keycloak's own reckoning of proxies. */
    public boolean isHttps() {
        return "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
