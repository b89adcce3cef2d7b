package dev.legacylogin.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * The server options, {@code --spi-realm-restapi-extension--legacy-login--KEY}: on the command line, in
 * {@code keycloak.conf} or the environment, as every option of Keycloak.
 */
public final class ServerOptions {
    /** The id of the realm resource provider. */
    public static final String PROVIDER = "legacy-login";

    /**
     * The key of the option that says where at the root of the server described APIs are answered too: entries
     * {@code PREFIX=REALM/CLIENT_ID}, with a comma between them.
     */
    public static final String DESCRIBED_ROOT_PATHS = "described-root-paths";

    private static final String SPI = "realm-restapi-extension";
    private static final String OURS = "dev.legacylogin.";
    private static final String PREFIX = "kc.spi-" + SPI + "--" + PROVIDER + "--";

    private ServerOptions() {}

    /** The key of the option that names the realm which answers a shape's paths at the root of the server too. */
    public static String rootRealmKey(String shape) {
        return shape + "-root-realm";
    }

    /** The key of the option that names the client which serves a shape whose requests name none. */
    public static String clientIdKey(String shape) {
        return shape + "-client-id";
    }

    /** The option as it is set on the command line, without the dashes in front. */
    public static String full(String key) {
        return PREFIX.substring("kc.".length()) + key;
    }

    /** The realm that answers this shape's paths at the root of the server too, or empty where none does. */
    public static Optional<String> rootRealm(String shape) {
        return get(rootRealmKey(shape));
    }

    /** The entries of {@link #DESCRIBED_ROOT_PATHS}, as they are set. */
    public static List<String> describedRootPaths() {
        return get(DESCRIBED_ROOT_PATHS).stream()
                .flatMap(option -> Stream.of(option.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The client that serves this shape in every realm, or empty where the option is not set. */
    public static Optional<String> clientId(String shape) {
        return get(clientIdKey(shape));
    }

    /** The keys that are set and are none of these: misspelled ones, in alphabetical order. */
    public static List<String> unknown(Set<String> known) {
        return StreamSupport.stream(config().getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(key -> !known.contains(key))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The class of another extension that has taken the id of the realm resource provider, or empty where it is ours.
     * Keycloak takes one of several extensions with one id, and says so at the level debug only.
     */
    public static Optional<String> takenBy(KeycloakSessionFactory factory) {
        ProviderFactory<?> provider = factory.getProviderFactory(RealmResourceProvider.class, PROVIDER);
        return Optional.ofNullable(provider)
                .map(taken -> taken.getClass().getName())
                .filter(name -> !name.startsWith(OURS));
    }

    /**
     * The value of an option, or empty where it is not set or blank. Keycloak knows the two dashes from 26.3 on; before
     * that it takes them for a part of a name, under which the option is found all the same.
     */
    private static Optional<String> get(String key) {
        return Optional.ofNullable(org.keycloak.Config.scope(SPI, PROVIDER).get(key))
                .or(() -> config().getOptionalValue(PREFIX + key, String.class))
                .filter(text -> !text.isBlank());
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }
}
