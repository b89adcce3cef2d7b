package dev.legacylogin;

import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One realm of {@link TestRealm#forManyLogins()} for all test classes that leave its settings alone and look at
 * their own users' events only. It is there until the run ends, because making a realm takes a while.
 */
public final class ManyLogins implements BeforeAllCallback {
    private static TestRealm realm;

    @Override
    public void beforeAll(ExtensionContext context) {
        realm = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ManyLogins.class))
                .computeIfAbsent("realm", key -> create(), TestRealm.class);
    }

    private static TestRealm create() {
        return TestRealm.forManyLogins(realm -> {
            RealmChange.settings(realm, "legacy-fusio").put("response", "extended");
            RealmChange.clients(realm).forEach(RealmChange::addItselfToTheAudience);
        });
    }

    /** The realm. Unlike in the demo, Fusio's answer holds a refresh token, and clients may introspect their tokens. */
    public static TestRealm realm() {
        return realm;
    }
}
