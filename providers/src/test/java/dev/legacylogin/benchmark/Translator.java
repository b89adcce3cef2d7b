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
import java.util.concurrent.Executors;

/**
 * What people put in front of Keycloak who do not have the jar: a small program that takes the old calls, asks Keycloak's
 * own endpoints over connections that it keeps, and words the answers. {@code /consumer/login} answers a token, and
 * {@code /auth/login} asks UserInfo too and answers the user's fields.
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
        server.createContext("/consumer/login", exchange -> answer(exchange, translator::token));
        server.createContext("/auth/login", exchange -> answer(exchange, translator::record));
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.readAllBytes();
        System.exit(0);
    }

    /** How a call is answered. */
    private interface Translation {
        JsonNode of(JsonNode call) throws IOException, InterruptedException;
    }

    private static void answer(HttpExchange exchange, Translation translation) throws IOException {
        try (exchange) {
            byte[] body = JSON.writeValueAsBytes(translation.of(JSON.readTree(exchange.getRequestBody())));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode token(JsonNode call) throws IOException, InterruptedException {
        return JSON.createObjectNode().put("token", accessToken(call, "legacy-fusio", ""));
    }

    private JsonNode record(JsonNode call) throws IOException, InterruptedException {
        String token = accessToken(call, "legacy-pocketbase", "&scope=openid");
        JsonNode claims = send(
                HttpRequest.newBuilder(URI.create(keycloak + "/userinfo")).header("Authorization", "Bearer " + token));
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("record")
                .put("id", claims.path("sub").textValue())
                .put("username", claims.path("preferred_username").textValue())
                .put("email", claims.path("email").textValue())
                .put("verified", claims.path("email_verified").booleanValue());
        return answer.put("token", token);
    }

    private String accessToken(JsonNode call, String clientId, String more) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=" + clientId + "&client_secret=" + secret + "&username="
                + encoded(call, "username") + "&password=" + encoded(call, "password") + more;
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .textValue();
    }

    private static String encoded(JsonNode call, String member) {
        return URLEncoder.encode(call.path(member).textValue(), StandardCharsets.UTF_8);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Keycloak answers " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }
}
