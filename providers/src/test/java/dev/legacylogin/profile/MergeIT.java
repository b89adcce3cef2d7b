package dev.legacylogin.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Texts;
import dev.legacylogin.server.TestRealm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import org.junit.jupiter.api.Test;

/** The documented command brings the legacy fields into a realm's user profile and loses nothing of it. */
class MergeIT {

    @Test
    void ofARealmWithoutAny() throws IOException {
        try (TestRealm realm = TestRealm.copy(json -> json.remove("components"))) {
            ObjectNode before = Profiles.of(realm);
            assertThat(Profiles.names(before, "attributes"))
                    .containsExactly("email", "firstName", "lastName", "username");

            Profiles.set(realm, merged(before));

            ObjectNode after = Profiles.of(realm);
            assertContains(after, before);
            assertContains(after, Profiles.shipped());
            assertThat(after.path("attributes"))
                    .hasSize(4 + Profiles.shipped().path("attributes").size());
        }
    }

    @Test
    void ofARealmWithoutGroups() throws IOException {
        try (TestRealm realm = TestRealm.copy(json -> json.remove("components"))) {
            ObjectNode bare = Profiles.of(realm);
            bare.remove("groups");
            Profiles.set(realm, bare);
            ObjectNode before = Profiles.of(realm);
            assertThat(before.path("groups")).isEmpty();

            Profiles.set(realm, merged(before));

            ObjectNode after = Profiles.of(realm);
            assertContains(after, before);
            assertContains(after, Profiles.shipped());
        }
    }

    @Test
    void ofARealmWithItsOwnAttributesAndGroups() throws IOException {
        try (TestRealm realm = TestRealm.copy(json -> json.remove("components"))) {
            ObjectNode own = Profiles.of(realm);
            own.put("unmanagedAttributePolicy", "ADMIN_VIEW");
            own.withArray("groups").addObject().put("name", "shoes").put("displayHeader", "Shoes");
            ObjectNode size = own.withArray("attributes").addObject();
            size.put("name", "size")
                    .put("group", "shoes")
                    .putObject("validations")
                    .putObject("integer");
            own.withArray("attributes").addObject().put("name", "avatar").put("displayName", "Our own picture");
            ((ObjectNode) Profiles.named(own, "attributes", "email")).remove("required");
            Profiles.set(realm, own);
            ObjectNode before = Profiles.of(realm);

            Profiles.set(realm, merged(before));

            ObjectNode once = Profiles.of(realm);
            assertContains(once, before);
            assertThat(once.path("unmanagedAttributePolicy").textValue()).isEqualTo("ADMIN_VIEW");
            assertThat(Profiles.named(once, "attributes", "avatar")
                            .path("displayName")
                            .textValue())
                    .isEqualTo("Our own picture");
            assertThat(Profiles.names(once, "attributes"))
                    .containsAll(Profiles.names(Profiles.shipped(), "attributes"));
            assertThat(Profiles.names(once, "groups")).containsAll(Profiles.names(Profiles.shipped(), "groups"));

            Profiles.set(realm, merged(once));

            assertThat(Profiles.of(realm)).isEqualTo(once);
        }
    }

    /** Everything of the part is in the whole, as it was. */
    private static void assertContains(JsonNode whole, JsonNode part) {
        for (String kind : List.of("attributes", "groups")) {
            for (JsonNode node : part.path(kind)) {
                JsonNode found = Profiles.named(whole, kind, node.path("name").textValue());
                node.properties()
                        .forEach(member -> assertThat(found.path(member.getKey()))
                                .as("%s of %s", member.getKey(), node.path("name"))
                                .isEqualTo(member.getValue()));
            }
        }
    }

    /** What {@code jq --slurpfile new user-profile.json -f merge-user-profile.jq} makes of it. */
    private static JsonNode merged(JsonNode profile) throws IOException {
        Scope builtin = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, builtin);
        Scope scope = Scope.newChildScope(builtin);
        scope.setValue("new", JsonNodeFactory.instance.arrayNode().add(Profiles.shipped()));
        List<JsonNode> out = new ArrayList<>();
        JsonQuery.compile(Texts.file("realm-config/merge-user-profile.jq"), Versions.JQ_1_6)
                .apply(scope, profile, out::add);
        assertThat(out).hasSize(1);
        return out.get(0);
    }
}
