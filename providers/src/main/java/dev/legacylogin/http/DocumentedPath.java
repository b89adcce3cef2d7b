package dev.legacylogin.http;

import dev.legacylogin.settings.ShapeClients;
import java.util.Map;
import java.util.function.Function;

/** One documented path of a shape: who serves it, what each HTTP method does, and how it says no. */
public interface DocumentedPath {

    /** The path as on its page, for instance {@code /consumer/login}. */
    String path();

    /** Finds the clients that serve it. Where a realm has none, the path is not there. */
    ShapeClients clients();

    /** What it does, by HTTP method. All other methods are refused; {@code OPTIONS} is answered for every path. */
    Map<String, Function<LegacyRequest, Answer>> operations();

    /** The shape's own form of a failure that its page does not tell apart. */
    Answer refuse(Fault fault, LegacyRequest request);

    /** Response headers besides the simple ones that scripts of allowed origins may read, separated by commas. */
    default String exposedHeaders() {
        return "";
    }
}
