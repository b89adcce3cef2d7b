package dev.legacylogin.settings;

import dev.legacylogin.Answers;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keycloak.representations.idm.ConfigPropertyRepresentation;
import org.keycloak.representations.idm.ProtocolMapperTypeRepresentation;

/** The settings forms as the admin console gets them. */
public final class ConsoleForms {
    private ConsoleForms() {}

    /** The name that a form has in the console, in English. */
    public static String name(String shape) {
        return all().get("legacy-login-" + shape).getName();
    }

    /** A line for each field of a form, in order: key, label in English, type, default, options. */
    public static List<String> fields(String shape) {
        Map<String, String> english = texts("en");
        return all().get("legacy-login-" + shape).getProperties().stream()
                .map(field -> text(field, english))
                .toList();
    }

    private static String text(ConfigPropertyRepresentation field, Map<String, String> english) {
        return "%s | %s | %s | %s | %s"
                .formatted(
                        field.getName(),
                        english.get(field.getLabel()),
                        field.getType(),
                        field.getDefaultValue(),
                        Objects.toString(field.getOptions()));
    }

    /** What the console shows for its message keys. */
    static Map<String, String> texts(String language) {
        Answer answer = Answers.granted(Http.get("/resources/master/admin/" + language));
        return StreamSupport.stream(answer.json().spliterator(), false)
                .collect(Collectors.toMap(
                        text -> text.path("key").textValue(),
                        text -> text.path("value").textValue()));
    }

    /** By their ids. */
    static Map<String, ProtocolMapperTypeRepresentation> all() {
        return Admin.client().serverInfo().getInfo().getProtocolMapperTypes().get("openid-connect").stream()
                .filter(type -> type.getId().startsWith("legacy-login-"))
                .collect(Collectors.toMap(
                        ProtocolMapperTypeRepresentation::getId, type -> type, (a, b) -> a, TreeMap::new));
    }
}
