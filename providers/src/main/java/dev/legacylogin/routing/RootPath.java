package dev.legacylogin.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where at the root of the server the API that a client's form describes is answered too: an entry of the server option
 * {@link ServerOptions#DESCRIBED_ROOT_PATHS}, such as {@code /v1=legacy/old-app}.
 *
 * @param prefix what stands in front of the described paths, with a slash at its beginning and none at its end; or empty
 * @param realm the realm's name
 * @param clientId the client
 */
public record RootPath(String prefix, String realm, String clientId) {
    private static final Pattern ENTRY =
            Pattern.compile("(?<prefix>/|(?:/[A-Za-z0-9._~-]+)+)=(?<realm>[^/\\s]+)/(?<client>[^/\\s]+)");

    /** The first segments of Keycloak's own paths, which are never taken. */
    private static final Set<String> KEYCLOAKS_OWN = Set.of(
            ".well-known",
            "admin",
            "health",
            "js",
            "lb-check",
            "metrics",
            "openapi",
            "realms",
            "resources",
            "robots.txt");

    /** Reads an entry, in which realm and client are escaped as segments of a path; empty where it is none. */
    static Optional<RootPath> of(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (!matcher.matches() || isKeycloaksOwn(matcher.group("prefix"))) {
            return Optional.empty();
        }
        String prefix = matcher.group("prefix");
        try {
            return Optional.of(new RootPath(
                    prefix.equals("/") ? "" : prefix, text(matcher.group("realm")), text(matcher.group("client"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(String segment) {
        return URI.create("/" + segment).getPath().substring(1);
    }

    /** Where a described path is at the root; empty where that is one of Keycloak's own. */
    public Optional<String> atRoot(String described) {
        return Optional.of(prefix + described).filter(path -> !isKeycloaksOwn(path));
    }

    /** The described path of one that was called at the root; empty where it is not below this, or Keycloak's own. */
    public Optional<String> described(String called) {
        return Optional.of(called)
                .filter(path -> path.startsWith(prefix + "/") && !isKeycloaksOwn(path))
                .map(path -> path.substring(prefix.length()));
    }

    /** As an entry has it, with realm and client by name. */
    @Override
    public String toString() {
        return (prefix.isEmpty() ? "/" : prefix) + "=" + realm + "/" + clientId;
    }

    private static boolean isKeycloaksOwn(String path) {
        return KEYCLOAKS_OWN.contains(path.split("/", 3)[1]);
    }
}
