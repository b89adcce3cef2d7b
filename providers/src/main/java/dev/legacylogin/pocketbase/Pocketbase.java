package dev.legacylogin.pocketbase;

import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;

/** wanderer over PocketBase: <a href="https://github.com/Flomp/wanderer">Flomp/wanderer</a>. */
public final class Pocketbase {
    /** One path, for the login. */
    public static final Shape SHAPE = new Shape(
            new PocketbaseSettings(),
            new ServedBy.FixedClient("legacy-pocketbase"),
            Promises.NONE
                    .tokensInHeadersWhere(PocketbaseSettings::cookie)
                    .trustedFields(
                            "legacy_id",
                            "legacy_username",
                            "username",
                            "verified",
                            "token",
                            "collectionId",
                            "collectionName"),
            List.of(new PocketbaseLogin()),
            Optional.of(new PocketbaseUsers()));

    private Pocketbase() {}
}
