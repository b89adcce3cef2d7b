package dev.legacylogin.routing;

import dev.legacylogin.http.Urls;
import dev.legacylogin.settings.ServerOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Optional;

/**
 * {@code /realms/REALM/legacy-login/clients/CLIENT/…}, exactly as {@link #below} writes it: realm and client have one way
 * to be escaped, and what is behind them is compared as it was sent.
 *
 * @param realm the realm, as one segment of a path
 * @param target the client, and what stands behind it
 */
public record ClientPath(String realm, Target.OfClient target) {
    /** What stands between realm and client. */
    static final String PREFIX = "/" + ServerOptions.PROVIDER + "/clients/";

    private static final String REALMS = "/realms/";

    /** The base URL's path of the API that this client's form describes. */
    public static String below(String realm, String clientId) {
        return REALMS + Urls.segment(realm) + PREFIX + Urls.segment(clientId);
    }

    /** Whether a client of this name can be in a path: some of its characters would end the segment. */
    public static boolean isPossible(String clientId) {
        return !clientId.isEmpty()
                && !clientId.matches("\\.{1,2}")
                && Normalizer.isNormalized(clientId, Normalizer.Form.NFC) // which an escape is made of
                && clientId.chars().noneMatch(c -> c == '/' || c == ';' || Character.isISOControl(c));
    }

    /** What this path names; empty where it is none of these, or another spelling of one. */
    static Optional<ClientPath> of(String path) {
        int realmEnd = path.startsWith(REALMS) ? path.indexOf('/', REALMS.length()) : -1;
        if (realmEnd < 0 || !path.startsWith(PREFIX, realmEnd)) {
            return Optional.empty();
        }
        int client = realmEnd + PREFIX.length();
        int clientEnd = path.indexOf('/', client);
        String realm = path.substring(REALMS.length(), realmEnd);
        if (clientEnd < 0 || realm.isEmpty() || realm.indexOf(';') >= 0) {
            return Optional.empty();
        }
        String segment = path.substring(client, clientEnd);
        return decoded(segment)
                .filter(clientId ->
                        isPossible(clientId) && Urls.segment(clientId).equals(segment))
                .map(clientId -> new ClientPath(realm, new Target.OfClient(clientId, path.substring(clientEnd))));
    }

    /** The text that a segment of a path spells; empty where it spells none. */
    static Optional<String> decoded(String segment) {
        try {
            return Optional.ofNullable(new URI("/" + segment).getPath()).map(text -> text.substring(1));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
