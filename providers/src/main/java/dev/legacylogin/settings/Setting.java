package dev.legacylogin.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting of a shape, shown as one field of its form in the admin console.
 *
 * @param key the key in the protocol mapper's config, as in exports and imports
 * @param message the message key of the field's label; of its help text with {@code Help} behind it
 * @param type how the console shows it: one of the types of {@link ProviderConfigProperty}
 * @param choices the values of a list, the default first; else empty
 * @param defaultValue what counts where nothing, or something unusable, is stored
 * @param valid whether a value may be stored
 * @param rule what a value must be, for the message that refuses another one
 */
public record Setting(
        String key,
        String message,
        String type,
        List<String> choices,
        String defaultValue,
        Predicate<String> valid,
        String rule) {
    private static final String ON = "true";
    private static final String OFF = "false";

    /** A setting with fixed values; the first is the default. */
    public static Setting choice(String key, String message, String... choices) {
        List<String> all = List.of(choices);
        return new Setting(
                key,
                message,
                ProviderConfigProperty.LIST_TYPE,
                all,
                all.get(0),
                all::contains,
                "one of " + String.join(", ", all));
    }

    /** A switch that is off by default. */
    public static Setting flag(String key, String message) {
        return new Setting(
                key,
                message,
                ProviderConfigProperty.BOOLEAN_TYPE,
                List.of(),
                OFF,
                List.of(ON, OFF)::contains,
                "true or false");
    }

    /** A setting with a text that must fulfil a rule, which the message key with {@code Rule} behind it tells. */
    public static Setting text(String key, String message, String defaultValue, Predicate<String> valid) {
        return new Setting(
                key,
                message,
                ProviderConfigProperty.STRING_TYPE,
                List.of(),
                defaultValue,
                valid,
                Messages.english(message + "Rule"));
    }

    /** A setting with a text of many lines, whose rule the form knows. */
    public static Setting lines(String key, String message) {
        return new Setting(key, message, ProviderConfigProperty.TEXT_TYPE, List.of(), "", value -> true, "");
    }

    /** The field's label, in English. */
    public String label() {
        return Messages.english(message);
    }

    /** The value that counts: the stored one, or the default where none is stored or an import brought a bad one. */
    public String valueIn(Map<String, String> config) {
        String stored = config.get(key);
        return stored != null && valid.test(stored) ? stored : defaultValue;
    }

    /** Whether a switch is on. */
    boolean isOn(Map<String, String> config) {
        return valueIn(config).equals(ON);
    }

    /** Whether a value is stored that the form would refuse, as an import may bring it. */
    boolean isUnusableIn(Map<String, String> config) {
        String stored = config.get(key);
        return stored != null && !stored.isEmpty() && !valid.test(stored);
    }

    ProviderConfigProperty property() {
        // the console looks both texts up, in the admin's language
        ProviderConfigProperty property =
                new ProviderConfigProperty(key, message, message + "Help", type, defaultValue);
        if (!choices.isEmpty()) {
            property.setOptions(choices);
        }
        return property;
    }
}
