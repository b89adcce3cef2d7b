package dev.legacylogin.fuzz;

import dev.legacylogin.Route;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request as an input file has it: the request line, the header lines, an empty line and the body, with line feeds.
 * It is sent as it is, but that a length is added where the input frames its body in no way of its own, so that the
 * server can answer.
 *
 * @param line the request line
 * @param headers the header lines
 * @param body the body
 */
record FuzzedRequest(String line, List<String> headers, byte[] body) {

    static final List<String> PATHS = Stream.of(Route.values()).map(Route::path).toList();

    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "expect", "upgrade", "te", "trailer");

    private static final int MAX_PATH = 500;
    private static final int MAX_HEAD = 4000;
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Reads an input; each placeholder is replaced by its value, such as a token that is good just now. */
    static FuzzedRequest parse(byte[] input, Map<String, String> placeholders) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            text = text.replace(placeholder.getKey(), placeholder.getValue());
        }
        int end = text.indexOf("\n\n");
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        String body = end < 0 ? "" : text.substring(end + 2);
        return new FuzzedRequest(
                head[0], List.of(head).subList(1, head.length), body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Is this a documented path but for its syntax? All else is Keycloak's own, and nothing to send fuzzed bytes to. */
    boolean isForUs(String realmPath) {
        String path = target().split("\\?", 2)[0];
        if (path.length() > MAX_PATH) {
            return false;
        }
        String called = bare(path);
        return PATHS.stream()
                .anyMatch(documented -> called.equals(bare(documented)) || called.equals(bare(realmPath + documented)));
    }

    private static String bare(String path) {
        String decoded = ESCAPE.matcher(path)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        return decoded.replaceAll("[^/]*/\\.\\./|;[A-Za-z0-9=]*|[/.]", "").toLowerCase(Locale.ROOT);
    }

    String method() {
        return line.split(" ", 2)[0];
    }

    private String target() {
        String[] parts = line.split(" ");
        return parts.length > 1 ? parts[1] : "";
    }

    /**
     * The documented path, where the request is one of HTTP/1.1 at exactly that path. Empty where the server may refuse
     * it for a reason of its own.
     */
    Optional<String> documentedPath(String realmPath) {
        boolean clean = line.length() + String.join("", headers).length() < MAX_HEAD
                && line.matches("[A-Z]{1,10} [!-~&&[^#]]+ HTTP/1\\.1")
                && !BAD_ESCAPE.matcher(line).find()
                && headers.stream().allMatch(FuzzedRequest::isClean)
                && headers.stream()
                        .noneMatch(header ->
                                FRAMING.contains(name(header)) || name(header).equals("host"));
        String path = target().split("\\?", 2)[0];
        String documented = path.startsWith(realmPath) ? path.substring(realmPath.length()) : path;
        return clean && PATHS.contains(documented) ? Optional.of(documented) : Optional.empty();
    }

    private static boolean isClean(String header) {
        return header.matches("[A-Za-z0-9-]+:[ \\t]?[ -~]*");
    }

    private static String name(String header) {
        return header.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the input says itself where the body ends, so that the server may well wait for more. */
    boolean framesItself() {
        return headers.stream().anyMatch(header -> FRAMING.contains(name(header)));
    }

    /** The bytes to send. */
    byte[] bytes(String host) {
        List<String> lines = new ArrayList<>(List.of(line));
        if (headers.stream().noneMatch(header -> name(header).equals("host"))) {
            lines.add("Host: " + host);
        }
        lines.addAll(headers);
        if (!framesItself()) {
            lines.add("Content-Length: " + body.length);
            lines.add("Connection: close");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
