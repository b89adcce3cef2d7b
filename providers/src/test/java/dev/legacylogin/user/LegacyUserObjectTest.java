package dev.legacylogin.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** A field that is an object: a claim, an attribute that holds JSON, or one attribute for each member. */
class LegacyUserObjectTest {

    private final InMemoryUserAdapter model = new InMemoryUserAdapter(null, null, "the-id");

    @Test
    void objectIsAMapOrJsonOrDottedAttributes() {
        assertThat(object(Map.of("a", Map.of("x", "claim")))).hasValue("claim");
        assertThat(object(Map.of("a", "{\"x\":\"json claim\"}"))).hasValue("json claim");
        assertThat(object(Map.of())).isEmpty();

        model.setSingleAttribute("a.x", "dotted");
        assertThat(object(Map.of())).hasValue("dotted");

        model.setSingleAttribute("a", "{\"x\":\"json\"}");
        assertThat(object(Map.of())).hasValue("json");
        assertThat(object(Map.of("a", Map.of("x", "claim")))).hasValue("claim");
    }

    @Test
    void objectThatDoesNotFitIsNone() {
        assertThat(object(Map.of("a", List.of("x")))).isEmpty();
        assertThat(object(Map.of("a", "no json"))).isEmpty();
        assertThat(object(Map.of("a", Map.of("y", "claim")))).isEmpty();
        model.setSingleAttribute("a.y", "dotted");
        assertThat(object(Map.of())).isEmpty();
        model.setSingleAttribute("ab.x", "of another field");
        assertThat(object(Map.of())).isEmpty();
    }

    private Optional<String> object(Map<String, Object> claims) {
        return new LegacyUser(model, () -> claims, attribute -> false).object("a", LegacyUserObjectTest::memberX);
    }

    private static String memberX(Function<String, JsonNode> member) {
        JsonNode x = member.apply("x");
        if (x == null) {
            throw new IllegalArgumentException();
        }
        return x.asText();
    }
}
