package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/security.md} names tests that there are, and every test of a threat stands in its row. */
class ThreatTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern OF_A_THREAT = Pattern.compile("Threat(\\d\\d)\\w+IT");

    @Test
    void namesTestsThatThereAre() throws IOException {
        assertThat(rows().values())
                .isNotEmpty()
                .allSatisfy(tests -> assertThat(tests).isNotEmpty().isSubsetOf(classes()));
    }

    @Test
    void hasEveryTestOfAThreatInItsRow() throws IOException {
        Map<Integer, Set<String>> rows = rows();

        assertThat(classes())
                .filteredOn(OF_A_THREAT.asMatchPredicate())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(rows.get(Integer.parseInt(test.substring(6, 8))))
                        .contains(test));
    }

    private static Map<Integer, Set<String>> rows() throws IOException {
        Map<Integer, Set<String>> rows = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("../docs/security.md")))
                .results()
                .forEach(row -> rows.put(Integer.parseInt(row.group(1)), names(row)));
        return rows;
    }

    private static Set<String> names(MatchResult row) {
        return CLASS.matcher(row.group(2))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
