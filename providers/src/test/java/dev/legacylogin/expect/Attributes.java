package dev.legacylogin.expect;

import dev.legacylogin.server.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attributes of a user made for a test. */
public final class Attributes {

    private Attributes() {}

    /** Gives the user these attributes and no others. */
    public static TestUser set(TestUser user, Map<String, String> attributes) {
        Map<String, List<String>> lists = new HashMap<>();
        attributes.forEach((name, value) -> lists.put(name, List.of(value)));
        return user.change(representation -> representation.setAttributes(lists));
    }
}
