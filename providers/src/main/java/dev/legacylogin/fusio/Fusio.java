package dev.legacylogin.fusio;

import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;

/** Fusio, an API management system: <a href="https://github.com/apioo/fusio">apioo/fusio</a>. */
public final class Fusio {
    /** One path, for login and refresh. */
    public static final Shape SHAPE = new Shape(
            new FusioSettings(),
            new ServedBy.FixedClient("legacy-fusio"),
            Promises.NONE.refreshTokenWhere(FusioSettings::extended),
            List.of(new FusioLogin()),
            Optional.of(new FusioUsers()));

    private Fusio() {}
}
