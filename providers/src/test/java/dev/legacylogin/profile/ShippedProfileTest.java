package dev.legacylogin.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Texts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped user profile is the same in the demo realm, and says of every field what it is. */
class ShippedProfileTest {
    /** Of Keycloak itself. */
    private static final int OWN_ATTRIBUTES = 4;

    private static final int OWN_GROUPS = 1;

    @Test
    void theDemoRealmHasItToo() {
        JsonNode realm = Texts.json(Texts.file("realm-config/legacy-realm.json"));
        ObjectNode profile = Texts.json(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .textValue());
        for (int i = 0; i < OWN_ATTRIBUTES; i++) {
            profile.withArray("attributes").remove(0);
        }
        for (int i = 0; i < OWN_GROUPS; i++) {
            profile.withArray("groups").remove(0);
        }

        assertThat(profile.path("attributes")).isEqualTo(Profiles.shipped().path("attributes"));
        assertThat(profile.path("groups")).isEqualTo(Profiles.shipped().path("groups"));
    }

    static Stream<JsonNode> attributes() {
        return Profiles.shipped().path("attributes").valueStream();
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void everyFieldHasALabelAHelpTextAValidatorAndAGroup(JsonNode attribute) {
        assertThat(attribute.path("displayName").textValue()).isNotBlank();
        assertThat(attribute.at("/annotations/inputHelperTextBefore").textValue())
                .contains("nswer")
                .endsWith(".");
        assertThat(attribute.path("validations")).isNotEmpty();
        assertThat(Profiles.names(Profiles.shipped(), "groups"))
                .contains(attribute.path("group").textValue());
        assertThat(attribute.path("permissions")).hasToString("{\"view\":[\"admin\"],\"edit\":[\"admin\"]}");
    }
}
