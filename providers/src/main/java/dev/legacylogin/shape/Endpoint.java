package dev.legacylogin.shape;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.shape.ServedBy.Credentials;
import java.util.List;
import java.util.Map;

/** One documented path of a shape: what each HTTP method does, and how it says no. */
public abstract class Endpoint {
    private final String path;
    private final BodyType body;

    /**
     * @param path the path as documented, for instance {@code /consumer/login}
     * @param body what its requests carry
     */
    protected Endpoint(String path, BodyType body) {
        this.path = path;
        this.body = body;
    }

    /** The path as documented, for instance {@code /consumer/login}. */
    public final String path() {
        return path;
    }

    /** What its requests carry. */
    public final BodyType body() {
        return body;
    }

    /** What it does, by HTTP method. All other methods are refused; {@code OPTIONS} is answered for every path. */
    public abstract Map<String, Operation> operations();

    /** The shape's own form of a failure that its documentation does not tell apart. It must not throw. */
    public abstract Answer refuse(Fault fault, Call call);

    /** Which client a request names, and its secret, as far as they are there: for shapes whose requests do. */
    public Credentials credentials(Call call) {
        return Credentials.NONE;
    }

    /** Whether the path may have a slash at its end, as the routers of some frameworks have it. */
    public boolean takesTrailingSlash() {
        return false;
    }

    /** Response headers, besides the simple ones, that scripts of allowed origins may read. */
    public List<String> exposedHeaders() {
        return List.of();
    }
}
