package dev.legacylogin.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The server options of the realm resource providers, {@code --spi-realm-restapi-extension--PROVIDER--KEY}: on the
 * command line, in {@code keycloak.conf} or the environment, as every option of Keycloak.
 */
public final class ServerOptions {
    private static final String SPI = "realm-restapi-extension";

    private ServerOptions() {}

    /** The realm that answers this documented path at the root of the server too, or empty where none does. */
    public static Optional<String> rootRealm(String path) {
        return get(path.substring(1, path.indexOf('/', 1)), "root-realm");
    }

    /**
     * The value of an option, or empty where it is not set or blank. Keycloak knows the two dashes from 26.3 on; before
     * that it takes them for a part of a name, under which the option is found all the same.
     */
    public static Optional<String> get(String provider, String key) {
        String value = org.keycloak.Config.scope(SPI, provider).get(key);
        return Optional.ofNullable(value)
                .or(() -> config().getOptionalValue(prefix(provider) + key, String.class))
                .filter(text -> !text.isBlank());
    }

    /** The keys that are set for a provider and are none of these: misspelled ones, in alphabetical order. */
    public static List<String> unknown(String provider, Set<String> known) {
        String prefix = prefix(provider);
        return StreamSupport.stream(config().getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(key -> !known.contains(key))
                .distinct()
                .sorted()
                .toList();
    }

    private static String prefix(String provider) {
        return "kc.spi-" + SPI + "--" + provider + "--";
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }
}
