package dev.legacylogin.routing;

import dev.legacylogin.http.Urls;
import dev.legacylogin.settings.ServerOptions;
import java.util.List;
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
            Pattern.compile("(?<prefix>/|(?:/[A-Za-z0-9._~-]+)+)=(?<realm>[^/]+)/(?<client>[^/]+)");

    private static final Pattern DOTS = Pattern.compile(".*/\\.{1,2}(?:/.*)?");

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

    /** All that the option says and that can be used. */
    public static List<RootPath> all() {
        return ServerOptions.describedRootPaths().stream()
                .flatMap(entry -> of(entry).stream())
                .toList();
    }

    /** The entries of the option that cannot be used. */
    public static List<String> unusable() {
        return ServerOptions.describedRootPaths().stream()
                .filter(entry -> of(entry).isEmpty())
                .toList();
    }

    /** Reads an entry, in which realm and client have the one spelling that they have in a path; empty where it is none. */
    static Optional<RootPath> of(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String prefix = matcher.group("prefix");
        Optional<String> realm = segment(matcher.group("realm"));
        Optional<String> client = segment(matcher.group("client")).filter(ClientPath::isPossible);
        return realm.isEmpty()
                        || client.isEmpty()
                        || isKeycloaksOwn(prefix)
                        || DOTS.matcher(prefix).matches()
                ? Optional.empty()
                : Optional.of(new RootPath(prefix.equals("/") ? "" : prefix, realm.get(), client.get()));
    }

    private static Optional<String> segment(String spelled) {
        return ClientPath.decoded(spelled)
                .filter(text -> Urls.segment(text).equals(spelled.replace("%2C", ","))); // which is between entries
    }

    /** Where a described path is at the root; empty where that is one of Keycloak's own. */
    public Optional<String> atRoot(String described) {
        return Optional.of(prefix + described).filter(path -> !isKeycloaksOwn(path));
    }

    /** The described path of one that was called at the root; empty where it is not below this, or Keycloak's own. */
    public Optional<String> described(String called) {
        return Optional.of(called)
                .filter(path -> path.startsWith(prefix + "/") && !path.equals("/") && !isKeycloaksOwn(path))
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
