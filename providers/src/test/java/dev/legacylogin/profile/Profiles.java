package dev.legacylogin.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Set;
import java.util.TreeSet;

/** The user profile: as shipped, and as a realm has it. */
final class Profiles {
    private Profiles() {}

    /** The legacy fields and their groups. */
    static ObjectNode shipped() {
        return Texts.json(Texts.file("realm-config/user-profile.json"));
    }

    /** The names of attributes or groups. */
    static Set<String> names(JsonNode profile, String kind) {
        Set<String> names = new TreeSet<>();
        profile.path(kind).forEach(node -> names.add(node.path("name").textValue()));
        return names;
    }

    /** The attribute or group of this name. */
    static JsonNode named(JsonNode profile, String kind, String name) {
        for (JsonNode node : profile.path(kind)) {
            if (node.path("name").textValue().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("No " + name + " among the " + kind);
    }

    /** The profile of a realm, as Keycloak's own command gets it. */
    static ObjectNode of(TestRealm realm) {
        return (ObjectNode) admin(Http.get(path(realm))).json();
    }

    /** Sets the profile of a realm, as Keycloak's own command does. */
    static void set(TestRealm realm, JsonNode profile) {
        Answer answer = admin(Http.put(path(realm)).json(profile));
        if (answer.status() != 200) {
            throw new AssertionError("The profile was not set: " + answer);
        }
    }

    static Answer admin(Http request) {
        return request.asAdmin().send();
    }

    private static String path(TestRealm realm) {
        return "/admin/realms/" + realm.name() + "/users/profile";
    }
}
