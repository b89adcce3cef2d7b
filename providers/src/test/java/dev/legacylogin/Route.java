package dev.legacylogin;

import java.util.List;

/** The documented paths, all of them reached by {@code POST}. */
public enum Route {
    /** Fusio's login; {@code PUT} is documented too. */
    FUSIO("/consumer/login", "fusio", "legacy-fusio", "OPTIONS, POST, PUT"),
    /** wanderer's login over PocketBase. */
    POCKETBASE("/auth/login", "pocketbase", "legacy-pocketbase"),
    /** NomicGameManager's login and renewal, which reads no body. */
    NOMIC("/api/auth/token", "nomic", "legacy-nomic"),
    /** hpo-v2's login. */
    PASSPORT("/api/auth/login", "passport", "2"),
    /** Laravel Passport's own token route. */
    OAUTH("/oauth/token", "passport", "2"),
    /** sphinx-cbs's login. */
    SPHINX("/v1/api/auth/login", "sphinx", "legacy-sphinx"),
    /** sphinx-cbs's refresh. */
    SPHINX_REFRESH("/v1/api/auth/refresh", "sphinx", "legacy-sphinx");

    /** Where a login with a password is documented. */
    public static final List<Route> LOGINS = List.of(FUSIO, POCKETBASE, NOMIC, PASSPORT, OAUTH, SPHINX);

    private final String path;
    private final String shape;
    private final String clientId;
    private final String allow;

    Route(String path, String shape, String clientId) {
        this(path, shape, clientId, "OPTIONS, POST");
    }

    Route(String path, String shape, String clientId, String allow) {
        this.path = path;
        this.shape = shape;
        this.clientId = clientId;
        this.allow = allow;
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

    /** Whether its requests name their client: the client's id and secret are in the body. */
    public boolean namesItsClient() {
        return this == PASSPORT || this == OAUTH;
    }

    /** Whether it reads a form as well as JSON. */
    public boolean takesForms() {
        return namesItsClient();
    }

    /** Whether it reads the body at all. */
    public boolean readsBody() {
        return this != NOMIC;
    }
}
