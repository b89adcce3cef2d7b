package dev.legacylogin.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request to the test server, built step by step: {@code Http.post("/consumer/login").json(body).send()}. Redirects
 * are answers like any other. For what no decent client sends, see {@link RawHttp}.
 */
public final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT = newClient();

    private HttpClient client = CLIENT;
    private final String method;
    private final URI uri;
    private final HttpRequest.Builder request;
    private byte[] body = {};
    private boolean documented = true;

    private Http(String method, URI uri) {
        this.method = method;
        this.uri = uri;
        this.request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    }

    /** A GET of a path of the test server. */
    public static Http get(String path) {
        return request("GET", path);
    }

    /** A POST to a path of the test server. */
    public static Http post(String path) {
        return request("POST", path);
    }

    /** A POST to a documented path below a realm. */
    public static Http post(Route route, TestRealm realm) {
        return post(realm.path(route.path()));
    }

    /** A PUT to a path of the test server. */
    public static Http put(String path) {
        return request("PUT", path);
    }

    /** What a browser asks before it lets a page of this origin send a POST. */
    public static Http preflight(String path, String origin) {
        return request("OPTIONS", path).header("Origin", origin).header("Access-Control-Request-Method", "POST");
    }

    /** Any method and path of the test server. */
    public static Http request(String method, String path) {
        return request(method, URI.create(TestServer.get().baseUri() + AsDescribed.path(path)));
    }

    /** Any method and address, such as one below {@link KeycloakServer#managementUri()}. */
    public static Http request(String method, URI uri) {
        return new Http(method, uri);
    }

    /** The same request to another server, such as one node of several: only scheme, host and port change. */
    public Http at(URI server) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        request.uri(server.resolve(uri.getRawPath() + query));
        return this;
    }

    /** Over a connection that no other request uses: Keycloak 26.0 stalls the one of a body that it has not read. */
    public Http alone() {
        client = newClient();
        return this;
    }

    /** For an answer that takes minutes. */
    public Http patient() {
        request.timeout(PATIENCE);
        return this;
    }

    /** A request as real clients send it, and no documentation has it: its answer alone has to be as documented. */
    public Http undocumented() {
        documented = false;
        return this;
    }

    /** By a client of the test's own. One that speaks HTTP/2 must be answered in HTTP/2. */
    public Http by(HttpClient own) {
        client = own;
        return this;
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /** Adds a header; again with the same name, it is sent twice. */
    public Http header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** {@code Authorization: Basic}, in UTF-8. */
    public Http basic(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** {@code Authorization: Bearer}. */
    public Http bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** With a token of {@link Admin#client()}. */
    public Http asAdmin() {
        return bearer(Admin.client().tokenManager().getAccessTokenString());
    }

    /** A body with the content type application/json. */
    public Http json(String json) {
        return header("Content-Type", "application/json").body(json);
    }

    /** A body with the content type application/json. */
    public Http json(JsonNode json) {
        return json(json.toString());
    }

    /** A body with the content type application/x-www-form-urlencoded. */
    public Http form(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return header("Content-Type", "application/x-www-form-urlencoded").body(form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A body of UTF-8 text, without a content type. */
    public Http body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of exactly these bytes, without a content type. */
    public Http body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    private BodyPublisher publisher() {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    /**
     * Sends it and waits for the answer, 30 seconds at most unless it is {@link #patient}. At a documented path both have to be as documented, unless
     * the request is {@link #undocumented}.
     */
    public Answer send() {
        try {
            HttpRequest sent = request.method(method, publisher()).build();
            HttpResponse<String> response = client.send(sent, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.version() != client.version()) {
                throw new AssertionError("Answered in " + response.version());
            }
            // without HTTP/2's ":status"
            HttpHeaders headers = HttpHeaders.of(response.headers().map(), (name, value) -> !name.startsWith(":"));
            Answer answer = new Answer(response.statusCode(), headers, response.body());
            Contract.check(
                    method,
                    sent.uri().getRawPath(),
                    Optional.of(new Contract.Sent(sent.headers(), body)).filter(any -> documented),
                    answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError("No answer from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
