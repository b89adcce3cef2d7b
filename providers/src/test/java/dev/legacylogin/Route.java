package dev.legacylogin;

import dev.legacylogin.fusio.Fusio;
import dev.legacylogin.nomic.Nomic;
import dev.legacylogin.passport.Passport;
import dev.legacylogin.pocketbase.Pocketbase;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.sphinx.Sphinx;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The documented paths as the tests go through them, all of them reached by {@code POST}. */
public enum Route {
    /** Fusio's login; {@code PUT} is documented too. */
    FUSIO(Fusio.SHAPE, 0, "legacy-fusio", "OPTIONS, POST, PUT"),
    /** wanderer's login over PocketBase. */
    POCKETBASE(Pocketbase.SHAPE, 0, "legacy-pocketbase"),
    /** NomicGameManager's login and renewal, which reads no body. */
    NOMIC(Nomic.SHAPE, 0, "legacy-nomic"),
    /** hpo-v2's login. */
    PASSPORT(Passport.SHAPE, 0, "2"),
    /** Laravel Passport's own token route. */
    OAUTH(Passport.SHAPE, 1, "2"),
    /** sphinx-cbs's login. */
    SPHINX(Sphinx.SHAPE, 0, "legacy-sphinx"),
    /** sphinx-cbs's refresh. */
    SPHINX_REFRESH(Sphinx.SHAPE, 1, "legacy-sphinx");

    /** Where a login with a password is documented. */
    public static final List<Route> LOGINS = List.of(FUSIO, POCKETBASE, NOMIC, PASSPORT, OAUTH, SPHINX);

    /** Those that are the first path of their shape, so that each shape is there once, in the order of the shapes. */
    public static final List<Route> EACH_SHAPE =
            LOGINS.stream().filter(Route::isFirstOfItsShape).toList();

    /** The same, of those whose backends read claims of their own. */
    public static final List<Route> WITH_ORIGIN_CLAIMS =
            EACH_SHAPE.stream().filter(Route::hasOriginClaims).toList();

    /** Where a body is read. */
    public static final List<Route> READING_BODY =
            Stream.of(values()).filter(Route::readsBody).toList();

    /** Where a refresh token is given out. */
    public static final List<Route> WITH_REFRESH_TOKEN =
            Stream.of(values()).filter(Route::givesRefreshToken).toList();

    /** Where an access token is turned into a fresh one. */
    public static final List<Route> RENEWING =
            Stream.of(values()).filter(Route::renews).toList();

    private static final String FORM = "application/x-www-form-urlencoded";

    private final String path;
    private final String shape;
    private final String clientId;
    private final String allow;
    private final boolean first;
    private final boolean originClaims;

    Route(Shape shape, int endpoint, String clientId) {
        this(shape, endpoint, clientId, "OPTIONS, POST");
    }

    Route(Shape shape, int endpoint, String clientId, String allow) {
        this.path = shape.endpoints().get(endpoint).path();
        this.shape = shape.name();
        this.clientId = clientId;
        this.allow = allow;
        this.first = endpoint == 0;
        this.originClaims = shape.form().values(new Settings(Map.of())).containsKey("claims");
    }

    /** Each of these routes with each of these values, as the arguments of a test. */
    public static Stream<Arguments> crossed(List<Route> routes, List<?> values) {
        return routes.stream().flatMap(route -> values.stream().map(value -> Arguments.of(route, value)));
    }

    /** The path as on its page. */
    public String path() {
        return path;
    }

    /** The name of its shape, as in the settings form's id and in events. */
    public String shape() {
        return shape;
    }

    /** The client that serves it in the demo realm. */
    public String clientId() {
        return clientId;
    }

    /** Its methods, as in the {@code Allow} header. */
    public String allow() {
        return allow;
    }

    /** Whether its page knows the method. */
    public boolean takes(String method) {
        return allow.contains(method);
    }

    private boolean isFirstOfItsShape() {
        return first;
    }

    /** Whether its requests name their client: the client's id and secret are in the body. */
    public boolean namesItsClient() {
        return this == PASSPORT || this == OAUTH;
    }

    /** Whether it reads a form as well as JSON. */
    public boolean takesForms() {
        return this == FUSIO || this == PASSPORT || this == OAUTH;
    }

    /** Whether a body of this content type, which does not say JSON, is refused as such. */
    public boolean refuses(String contentType) {
        return switch (this) {
            case NOMIC, POCKETBASE -> false;
            case FUSIO -> contentType.startsWith("multipart/") || contentType.endsWith("/xml");
            case PASSPORT, OAUTH -> !contentType.startsWith("multipart/") && !contentType.equals(FORM);
            case SPHINX, SPHINX_REFRESH -> true;
        };
    }

    /** Whether the path may have a slash at its end, as the routers of PSX and Laravel have it. */
    public boolean takesTrailingSlash() {
        return this == FUSIO || this == PASSPORT || this == OAUTH;
    }

    /** Whether its tokens can have the claims that the old backends read: its form asks for them then. */
    public boolean hasOriginClaims() {
        return originClaims;
    }

    /** Whether it reads the body at all. */
    public boolean readsBody() {
        return this != NOMIC;
    }

    /** Whether it takes a number for the text of its digits, as Laravel does. */
    public boolean takesNumbers() {
        return this == PASSPORT || this == OAUTH;
    }

    /** Whether its answer can carry a refresh token; {@code Calls.refresh} uses it. */
    public boolean givesRefreshToken() {
        return this != POCKETBASE && !renews();
    }

    /** Whether it turns an access token into a fresh one, instead of giving out a refresh token. */
    public boolean renews() {
        return this == NOMIC;
    }

    /** Whether there is a way to go on with what it gave, without the password: a refresh or a renewal. */
    public boolean isRefreshed() {
        return givesRefreshToken() || renews();
    }
}
