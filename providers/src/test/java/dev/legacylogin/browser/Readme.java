package dev.legacylogin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a section of the README prints bold, which are those on the console's screen, in their order. */
final class Readme {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private final Deque<String> names = new ArrayDeque<>();

    /** @param section the section's heading */
    Readme(String section) {
        String readme = Texts.file("README.md");
        Matcher heading =
                Pattern.compile("\n##+ " + Pattern.quote(section) + "\n").matcher(readme);
        assertThat(heading.find()).as("the section %s", section).isTrue();
        Matcher matcher = BOLD.matcher(readme.substring(heading.end(), readme.indexOf("\n#", heading.end())));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    /** The name, which has to be the next one that the README tells. */
    String says(String name) {
        assertThat(names.poll()).as("the README's next step").isEqualTo(name);
        return name;
    }

    /** Fails where the README has more to do. */
    void hasBeenFollowed() {
        assertThat(names).as("steps of the README that were not done").isEmpty();
    }
}
