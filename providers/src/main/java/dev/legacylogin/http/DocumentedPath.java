package dev.legacylogin.http;

import dev.legacylogin.settings.ShapeClients;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One documented path of a shape: who serves it, what each HTTP method does, and how it says no. */
public abstract class DocumentedPath {
    private final String path;
    private final ShapeClients clients;

    /**
     * @param path the path as on its page, for instance {@code /consumer/login}
     * @param clients finds the clients that serve it
     */
    protected DocumentedPath(String path, ShapeClients clients) {
        this.path = path;
        this.clients = clients;
    }

    /** The path as on its page, for instance {@code /consumer/login}. */
    public final String path() {
        return path;
    }

    /** Finds the clients that serve it. Where a realm has none, the path is not there. */
    public final ShapeClients clients() {
        return clients;
    }

    /** What it does, by HTTP method. All other methods are refused; {@code OPTIONS} is answered for every path. */
    public abstract Map<String, Function<LegacyRequest, Answer>> operations();

    /** The shape's own form of a failure that its page does not tell apart. */
    public abstract Answer refuse(Fault fault, LegacyRequest request);

    /** Response headers of the page, besides the simple ones, that scripts of allowed origins may read. */
    public List<String> exposedHeaders() {
        return List.of();
    }
}
