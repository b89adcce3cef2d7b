package dev.legacylogin.checkup;

import java.util.List;
import java.util.Map;

/**
 * The check-up of a realm, as {@code docs/checkup.schema.json} describes it.
 *
 * @param realm the realm's name
 * @param findings what concerns all shapes; none where no shape is on
 * @param shapes every shape that is built in, on or off, and one for each client that describes an API
 */
public record Report(String realm, List<Finding> findings, List<Shape> shapes) {

    /**
     * A shape in this realm.
     *
     * @param shape its name
     * @param on whether its paths answer
     * @param client the id of the client that serves it, {@code null} where requests name their client
     * @param urls where it answers, or would
     * @param findings what concerns the shape
     * @param clients the clients that serve it
     */
    public record Shape(
            String shape, boolean on, String client, List<String> urls, List<Finding> findings, List<Client> clients) {}

    /**
     * A client that serves a shape.
     *
     * @param clientId its client id
     * @param settings the values that count, defaults included
     * @param findings what concerns the client
     */
    public record Client(String clientId, Map<String, String> settings, List<Finding> findings) {}
}
