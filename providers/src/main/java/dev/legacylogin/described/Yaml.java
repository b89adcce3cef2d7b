package dev.legacylogin.described;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2, by the library that Keycloak ships, as the JSON that it stands for: no tags of one's own, no aliases. */
final class Yaml {
    /** As of JSON. The library would go down to any. */
    private static final int MAX_DEPTH = 16;

    /** Where no place is known. */
    private static final String SOMEWHERE = "line 1, column 1";

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private Yaml() {}

    /**
     * The mapping that is in this text, or empty where there is none.
     *
     * @param brokenAt is told where the text ceases to be one, such as {@code line 3, column 14}
     */
    static Optional<ObjectNode> parseObject(String text, Consumer<String> brokenAt) {
        Optional<Mark> broken;
        try {
            broken = firstThatIsNotRead(text);
            if (broken.isEmpty() && new Load(SETTINGS).loadFromString(text) instanceof Map<?, ?> mapping) {
                String json = new String(Json.write(withTexts(mapping)), StandardCharsets.UTF_8);
                return Json.parseObject(json, inJson -> brokenAt.accept(SOMEWHERE));
            }
        } catch (MarkedYamlEngineException e) {
            // the message of the exception holds a piece of the text: it must not get into a log
            broken = e.getProblemMark();
        } catch (RuntimeException e) {
            // the library throws others too, such as NumberFormatException for "\\UFFFFFFFF"
            broken = Optional.empty();
        }
        brokenAt.accept(broken.map(at -> "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1))
                .orElse(SOMEWHERE));
        return Optional.empty();
    }

    /** YAML has keys of any kind, JSON texts alone. */
    private static Object withTexts(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            Map<String, Object> members = new LinkedHashMap<>();
            mapping.forEach((key, member) -> {
                if (members.containsKey(String.valueOf(key))) {
                    throw new YamlEngineException("There is such a member already");
                }
                members.put(String.valueOf(key), withTexts(member));
            });
            return members;
        }
        return value instanceof List<?> list
                ? list.stream().map(Yaml::withTexts).collect(Collectors.toList())
                : value;
    }

    /** Where it is too deep, has a tag, or repeats something: a few lines of that can stand for gigabytes. */
    private static Optional<Mark> firstThatIsNotRead(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            boolean tagged = false;
            if (event instanceof CollectionStartEvent collection) {
                depth++;
                tagged = collection.getTag().isPresent();
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof ScalarEvent scalar) {
                tagged = scalar.getTag().isPresent();
            }
            if (tagged || depth > MAX_DEPTH || event instanceof AliasEvent) {
                return event.getStartMark();
            }
        }
        return Optional.empty();
    }
}
