package dev.legacylogin.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;

/**
 * What people put in front of Keycloak who do not have the jar: a small program that takes the old calls, asks Keycloak's
 * own endpoints over connections that it keeps, and words the answers. Where an old API answers the user's fields, it asks
 * UserInfo too. Its answers are about as long as the documented ones, and not the same: that would be much more to write.
 */
final class Translator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String keycloak;
    private final String secret;

    private Translator(String keycloak, String secret) {
        this.keycloak = keycloak;
        this.secret = secret;
    }

    /**
     * Starts it on a free port of the loopback interface, which it prints, and ends when its input does.
     *
     * @param args the URL that the realm's endpoints begin with, and the secret of all clients
     */
    public static void main(String[] args) throws IOException {
        Translator translator = new Translator(args[0], args[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        translator.serve(server, "/consumer/login", "legacy-fusio", false);
        translator.serve(server, "/auth/login", "legacy-pocketbase", true);
        translator.serve(server, "/api/auth/token", "legacy-nomic", false);
        translator.serve(server, "/api/auth/login", "2", true);
        translator.serve(server, "/oauth/token", "2", false);
        translator.serve(server, "/v1/api/auth/login", "legacy-sphinx", false);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.readAllBytes();
        System.exit(0);
    }

    private void serve(HttpServer server, String path, String clientId, boolean withFields) {
        server.createContext(path, exchange -> answer(exchange, clientId, withFields));
    }

    private void answer(HttpExchange exchange, String clientId, boolean withFields) throws IOException {
        try (exchange) {
            ObjectNode tokens = tokens(credentials(exchange), clientId, withFields ? "&scope=openid" : "");
            tokens.remove("id_token");
            if (withFields) {
                tokens.set("user", claims(tokens.path("access_token").textValue()));
            }
            byte[] body = JSON.writeValueAsBytes(tokens);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Name and password: in the header, or in the body, where one API calls the name "user". */
    private static String[] credentials(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null) {
            byte[] basic = Base64.getDecoder().decode(header.substring("Basic ".length()));
            return new String(basic, StandardCharsets.UTF_8).split(":", 2);
        }
        JsonNode call = JSON.readTree(exchange.getRequestBody());
        String name = call.path(call.has("user") ? "user" : "username").textValue();
        return new String[] {name, call.path("password").textValue()};
    }

    private ObjectNode tokens(String[] credentials, String clientId, String more)
            throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=" + clientId + "&client_secret=" + secret + "&username="
                + encoded(credentials[0]) + "&password=" + encoded(credentials[1]) + more;
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private ObjectNode claims(String token) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(keycloak + "/userinfo")).header("Authorization", "Bearer " + token));
    }

    private ObjectNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak answers " + response.statusCode());
        }
        return (ObjectNode) JSON.readTree(response.body());
    }
}
