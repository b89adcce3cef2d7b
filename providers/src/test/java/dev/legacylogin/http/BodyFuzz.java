package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.BodyType.Also;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes as a body, under any content type, are members or a refusal. See docs/fuzzing.md.
 *
 * <p>An input is the content type up to the first line feed, and then the body.
 */
class BodyFuzz {
    private static final Set<Fault> FAULTS = Set.of(Fault.MALFORMED, Fault.TOO_LARGE, Fault.UNSUPPORTED_MEDIA_TYPE);

    private static final BodyType ALL = BodyType.JSON.and(Also.FORM, Also.MULTIPART, Also.BYTE_ORDER_MARK);

    @Timeout(20)
    @FuzzTest(maxDuration = "1m")
    void bodies(byte[] input) {
        int end = new String(input, StandardCharsets.ISO_8859_1).indexOf('\n');
        String contentType = end < 0 ? null : new String(input, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(input, end + 1, input.length);

        Optional<Members> json = read(contentType, body, BodyType.JSON);
        Optional<Members> all = read(contentType, body, ALL);
        Optional<Members> anyType = read(contentType, body, BodyType.JSON.and(Also.ANY_TYPE));
        Optional<ObjectNode> object = unlessRefused(() -> Json.readObject(body));
        Optional<ObjectNode> form = unlessRefused(() -> Form.read(body));

        object.ifPresent(BodyFuzz::check);
        form.ifPresent(BodyFuzz::check);
        if (body.length > Body.MAX_BYTES) {
            assertThat(all).isEmpty();
        } else if (body.length > 0 && json.isPresent()) {
            assertThat(object).isPresent();
            assertThat(anyType).isPresent();
        }
    }

    private static Optional<Members> read(String contentType, byte[] body, BodyType type) {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        Optional<Members> members = unlessRefused(() -> new Body(contentType, stream).members(type));
        assertThat(body.length - stream.available()).isLessThanOrEqualTo(Body.MAX_BYTES + 1);
        return members;
    }

    private static <T> Optional<T> unlessRefused(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (RefusedException e) {
            assertThat(e.fault()).isIn(FAULTS);
            return Optional.empty();
        }
    }

    /** Whatever a shape asks for by name, it gets a text that is not blank, or none. */
    private static void check(ObjectNode object) {
        Members members = new Members(object);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            assertThat(members.text(name))
                    .matches(text -> text.filter(String::isBlank).isEmpty());
            assertThat(members.textOrInteger(name))
                    .matches(text -> text.filter(String::isBlank).isEmpty());
            assertThat(members.trimmed(name))
                    .matches(text -> text.filter(String::isEmpty).isEmpty());
            members.text(name)
                    .ifPresent(text -> assertThat(
                                    StandardCharsets.UTF_8.newEncoder().canEncode(text))
                            .isTrue());
            assertThat(members.texts(name)).doesNotContainNull();
            assertThat(members.has(name))
                    .isNotEqualTo(member.getValue().isNull()
                            || (member.getValue().isArray() && member.getValue().isEmpty()));
        }
    }
}
