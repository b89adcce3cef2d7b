package dev.legacylogin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The built-in APIs, described: with {@code mvn verify -Pdescribed} each realm copy has a description in place of a
 * shape's form ({@code described/builtin/SHAPE.json}), and whatever a test sends to a documented path goes to the
 * description's. So an API's own tests are the measure of what a description can say; {@link DescribedExceptions} are
 * those that it cannot pass.
 */
public final class AsDescribed {
    private static final boolean ON = Boolean.getBoolean("legacy.described");
    private static final String FORM = "legacy-login-";
    private static final String DESCRIBED = "legacy-login-described";
    /** Beside the form's own settings: which of the shapes it stands for. */
    private static final String SHAPE = "shape";
    /** Stands in the files for where a description's paths are. */
    private static final String BASE = "https://old.example.org";

    private static final String REDIRECT = "pw/reset";
    private static final Pattern PATH = Pattern.compile("(?<realm>/realms/[^/?]+)?(?<path>/[^?]*)(?<query>\\?.*)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TestRealm demo;

    private AsDescribed() {}

    /** Whether it is so in this run. */
    public static boolean isOn() {
        return ON;
    }

    /** What stands in for the demo realm, whose forms are not described: a copy, as long as the server lives. */
    public static synchronized TestRealm demo() {
        if (demo == null) {
            demo = TestRealm.copy(realm -> realm.remove("passwordPolicy"));
        }
        return demo;
    }

    /** Whether it is that realm. */
    public static synchronized boolean isDemo(TestRealm realm) {
        return realm.equals(demo);
    }

    /** Where a path of the test server is: a documented one, of a realm or at the root, is where its description answers. */
    public static String path(String path) {
        Matcher called = PATH.matcher(path);
        return ON && called.matches()
                ? Stream.of(Route.values())
                        .filter(route -> route.path().equals(called.group("path")))
                        .findFirst()
                        .map(route -> base(realm(called.group("realm")), route.clientId())
                                + route.path()
                                + Objects.requireNonNullElse(called.group("query"), ""))
                        .orElse(path)
                : path;
    }

    /** At the root it is the demo realm, too. */
    private static String realm(String called) {
        return called == null || called.equals("/realms/legacy") ? demo().path("") : called;
    }

    /** Where a token is renewed whose API has that at the path of its login; no description can. */
    public static String renewal(String path) {
        return ON ? path(path) + "/renewal" : path;
    }

    /** The name of an API in events. */
    public static String name(String shape) {
        return ON ? "described" : shape;
    }

    private static String base(String realm, String clientId) {
        return realm + "/legacy-login/clients/" + clientId;
    }

    /** Puts a description in place of each shape's form of a realm that is to be created. */
    public static void into(ObjectNode realm) {
        if (!ON) {
            return;
        }
        for (JsonNode client : realm.path("clients")) {
            for (JsonNode mapper : client.path("protocolMappers")) {
                String type = mapper.path("protocolMapper").asText();
                if (type.startsWith(FORM) && !type.equals(DESCRIBED)) {
                    ObjectNode form = (ObjectNode) mapper;
                    Map<String, String> config = new HashMap<>(Map.of(SHAPE, type.substring(FORM.length())));
                    form.path("config")
                            .properties()
                            .forEach(setting -> config.put(
                                    setting.getKey(), setting.getValue().asText()));
                    update(
                            config,
                            new TestRealm(realm.path("realm").asText()),
                            client.path("clientId").asText());
                    form.put("protocolMapper", DESCRIBED).set("config", JSON.valueToTree(config));
                }
            }
        }
    }

    /** Describes in a form what its other settings, which may have changed, say. */
    public static void update(Map<String, String> config, TestRealm realm, String clientId) {
        if (ON) {
            String base = TestServer.get().baseUri() + base(realm.path(""), clientId);
            config.put("api", "described");
            config.put("description", description(config.get(SHAPE), config, base));
        }
    }

    /**
     * The description of a shape.
     *
     * @param settings of the shape's form
     * @param base where the description's paths are
     */
    public static String description(String shape, Map<String, String> settings, String base) {
        ObjectNode description = read(shape);
        for (Map.Entry<String, JsonNode> variant : variants(shape).properties()) {
            String[] setting = variant.getKey().split("=");
            if (setting[1].equals(settings.get(setting[0]))) {
                variant.getValue().properties().forEach(change -> set(description, change.getKey(), change.getValue()));
            }
        }
        return description
                .toString()
                .replace(BASE, base)
                .replace(REDIRECT, settings.getOrDefault("password.reset.redirect", REDIRECT));
    }

    /** What a setting ({@code key=value}) of a shape's form changes in its description: values by JSON pointer. */
    public static JsonNode variants(String shape) {
        return read("variants").path(shape);
    }

    private static void set(ObjectNode description, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        ObjectNode owner = (ObjectNode) description.at(place.head());
        String name = place.last().getMatchingProperty();
        if (value.isNull()) {
            owner.remove(name);
        } else {
            owner.set(name, value);
        }
    }

    private static ObjectNode read(String name) {
        return Json.parseObject(Texts.resource(AsDescribed.class, "described/builtin/" + name + ".json"))
                .orElseThrow();
    }
}
