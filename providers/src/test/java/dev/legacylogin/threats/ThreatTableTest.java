package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/security.md} names in each row the tests with the tag of that threat, and no others. All that
 * are of one: {@code mvn verify -Dgroups=threat-5}.
 */
class ThreatTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern TAG = Pattern.compile("(?m)^@Tag\\(\"threat-(\\d+)\"\\)$");

    @Test
    void namesTheTestsOfEachThreat() throws IOException {
        assertThat(rows()).isNotEmpty().isEqualTo(tagged());
    }

    private static Map<Integer, Set<String>> rows() {
        return ROW.matcher(Texts.file("docs/security.md"))
                .results()
                .collect(Collectors.toMap(
                        row -> Integer.valueOf(row.group(1)),
                        row -> CLASS.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toSet())));
    }

    private static Map<Integer, Set<String>> tagged() throws IOException {
        Map<Integer, Set<String>> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> TAG.matcher(Texts.file("providers/" + file))
                            .results()
                            .forEach(tag -> classes.computeIfAbsent(
                                            Integer.valueOf(tag.group(1)), number -> new TreeSet<>())
                                    .add(file.getFileName().toString().replace(".java", ""))));
        }
        return classes;
    }
}
