package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema lists what the check-up can find. */
class CheckTest {
    @Test
    void theSchemaListsEveryCode() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Checkups.schemaText());
        List<String> codes = new ArrayList<>();
        schema.at("/$defs/finding/properties/code/enum").forEach(code -> codes.add(code.textValue()));

        assertThat(codes).isEqualTo(Stream.of(Check.values()).map(Check::name).toList());
    }

    @Test
    void theDocumentationListsEveryCodeWithItsLevel() {
        assertThat(Checkups.documentedLevels())
                .isEqualTo(Stream.of(Check.values())
                        .collect(Collectors.toMap(
                                Check::name, check -> check.found(0, 0).level().text())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"realm\":\"a\",\"findings\":[],\"shapes\":[]}",
                "{\"realm\":\"a\",\"findings\":[{\"code\":\"NONE\"}],\"shapes\":[]}"
            })
    void theSchemaRefusesWhatIsNoReport(String json) {
        assertThat(Checkups.schema().validate(json, InputFormat.JSON)).isNotEmpty();
    }
}
