package dev.legacylogin.endpoint;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Body;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.http.Urls;
import dev.legacylogin.routing.CalledRequest;
import dev.legacylogin.settings.Sunset;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.shape.ServedBy.Credentials;
import dev.legacylogin.shape.ServedBy.NamedClient;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.token.TokenClient;
import dev.legacylogin.token.TokenRequests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;

/**
 * The one way of every request at a documented path, the same for every shape: realm open, TLS, body, client, origin,
 * sunset, operation, commit, answer. Whatever fails leaves in the endpoint's own form.
 */
final class Funnel {
    private static final Logger LOG = Logger.getLogger(Funnel.class);

    private final KeycloakSession session;
    private final CalledRequest called;
    private final Shape shape;
    private final Endpoint endpoint;
    private final Function<RealmModel, ServingClients> find;
    private ServingClients clients = ServingClients.NONE;
    private Call call;
    /** Who serves it, once that is known. */
    private Optional<ServingClient> client = Optional.empty();
    /** What was asked of Keycloak, once something may be. */
    private Optional<AskedTokens> asked = Optional.empty();
    /** Whether a page may read the answer: by any of the shape's clients, until its own is known to allow it. */
    private Optional<Cors> cors = Optional.empty();

    /**
     * @param shape whose path was called
     * @param endpoint the path
     * @param find finds the clients of the shape that was called
     */
    Funnel(
            KeycloakSession session,
            CalledRequest called,
            Shape shape,
            Endpoint endpoint,
            Function<RealmModel, ServingClients> find) {
        this.session = session;
        this.called = called;
        this.shape = shape;
        this.endpoint = endpoint;
        this.find = find;
        this.call = new Call(
                called.method(),
                url(),
                called.query(),
                session.getContext().getHttpRequest().getHttpHeaders(),
                Members.NONE);
    }

    /** The answer, or empty where the shape is off in this realm. */
    Optional<Response> answer(InputStream body) {
        try {
            clients = find.apply(session.getContext().getRealm());
            if (clients.none()) {
                return Optional.empty();
            }
            Response response = called.method().equals(HttpMethod.OPTIONS)
                    ? rendering().preflight(call)
                    : rendered(answerOrRefusal(body));
            commit();
            return Optional.of(response);
        } catch (Throwable e) { // an Error too, such as a LinkageError with a Keycloak that nobody has tried
            return Optional.of(failed(e));
        }
    }

    private Answer answerOrRefusal(InputStream body) {
        try {
            requireOpen();
            Operation operation = operation();
            call = call.with(new Body(called.contentType(), body).members(endpoint.body()));
            Credentials sent = endpoint.credentials(call);
            client = client(sent);
            requireOrigin();
            ServingClient serving = client.orElseThrow(() -> new RefusedException(Fault.CLIENT_UNKNOWN));
            asked = Optional.of(new AskedTokens(tokens(serving, sent)));
            return operation.answer(call, serving.with(asked.get()));
        } catch (RefusedException e) {
            return endpoint.refuse(e.fault(), call);
        }
    }

    /** Keycloak's look-up of realm resources checks neither. */
    private void requireOpen() {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled()) {
            throw new RefusedException(Fault.REALM_DISABLED);
        }
        if (!call.isHttps()
                && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw new RefusedException(Fault.HTTPS_REQUIRED);
        }
    }

    private Operation operation() {
        Operation operation = endpoint.operations().get(called.method());
        if (operation == null) {
            throw new RefusedException(Fault.METHOD_NOT_ALLOWED);
        }
        return operation;
    }

    private Optional<ServingClient> client(Credentials sent) {
        return shape.servedBy() instanceof NamedClient
                ? sent.clientId().flatMap(clients::withClientId)
                : clients.all().findFirst();
    }

    /** Where the client is not known, that of any of the shape's will do. */
    private void requireOrigin() {
        Cors own = Cors.of(session, call, known());
        if (own.refuses(call)) {
            throw new RefusedException(Fault.ORIGIN_NOT_ALLOWED);
        }
        cors = Optional.of(own);
    }

    /** From the day of its sunset on, a client that is told to refuse asks nobody for tokens. */
    private TokenRequests tokens(ServingClient serving, Credentials sent) {
        Optional<Sunset> ended = serving.settings().sunset().filter(sunset -> sunset.refuses() && sunset.hasPassed());
        if (ended.isPresent()) {
            return new EndedClient(session, shape.name(), serving, ended.get());
        }
        return shape.servedBy() instanceof NamedClient
                ? TokenClient.withSecret(session, serving.model(), sent.secret().orElse(null), shape.name())
                : TokenClient.trusted(session, serving.model(), shape.name());
    }

    /**
     * Before the answer and not, as Keycloak does, behind it: an outage at the commit is told in the page's form. After a
     * refusal a mark for rollback is Keycloak's own way, such as at the import of an LDAP user whose e-mail is taken.
     */
    private void commit() {
        KeycloakTransactionManager transaction = session.getTransactionManager();
        if (!transaction.getRollbackOnly()) {
            transaction.commit();
        } else if (asked.filter(AskedTokens::denied).isPresent()) {
            transaction.rollback();
        } else {
            throw new IllegalStateException("The transaction was marked for rollback");
        }
    }

    private Response failed(Throwable cause) {
        LOG.errorf(cause, "A request at %s failed", endpoint.path());
        session.getTransactionManager().setRollbackOnly();
        try {
            return rendered(endpoint.refuse(Fault.UNEXPECTED, call));
        } catch (Throwable e) { // what an answer of the endpoint's needs is not there either
            LOG.errorf(e, "%s could not answer that in its own form", endpoint.path());
            return Rendering.bare(Fault.UNEXPECTED.status());
        }
    }

    private Response rendered(Answer answer) {
        if (answer.body() == null) { // which Keycloak takes for a mistake, but at a few statuses
            session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
        }
        return rendering().of(answer);
    }

    private Rendering rendering() {
        return new Rendering(
                endpoint,
                cors.orElseGet(() -> Cors.of(session, call, clients.all())),
                Sunset.ofAll(known().map(ServingClient::settings)));
    }

    /** The client; all of the shape's where it is not known. */
    private Stream<ServingClient> known() {
        return client.map(Stream::of).orElseGet(clients::all);
    }

    /**
     * The URL that the caller used, without its query, as Keycloak sees it behind its hostname and proxy settings; the
     * documented path alone where nobody can tell.
     */
    private URI url() {
        try {
            return URI.create(Urls.below(session.getContext().getUri().getBaseUri(), called.path()));
        } catch (RuntimeException e) {
            return URI.create(endpoint.path());
        }
    }
}
