package dev.legacylogin.settings;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.Config;

/**
 * The server options of the realm resource providers, {@code --spi-realm-restapi-extension--PROVIDER--KEY}: on the
 * command line, in {@code keycloak.conf} or the environment, as every option of Keycloak.
 */
public final class ServerOptions {
    private static final String SPI = "realm-restapi-extension";

    private ServerOptions() {}

    /**
     * The value of an option, or empty where it is not set or blank. Keycloak knows the two dashes from 26.3 on; before
     * that it takes them for a part of a name, under which the option is found all the same.
     */
    public static Optional<String> get(String provider, String key) {
        String value = Config.scope(SPI, provider).get(key);
        return Optional.ofNullable(value)
                .or(() -> ConfigProvider.getConfig()
                        .getOptionalValue("kc.spi-" + SPI + "--" + provider + "--" + key, String.class))
                .filter(text -> !text.isBlank());
    }
}
