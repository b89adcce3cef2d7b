package dev.legacylogin;

import dev.legacylogin.fusio.Fusio;
import dev.legacylogin.nomic.Nomic;
import dev.legacylogin.passport.Passport;
import dev.legacylogin.pocketbase.Pocketbase;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.sphinx.Sphinx;
import java.util.List;

/** The old APIs that are built in. Everything that is for all of them goes over this list. */
public final class Shapes {
    /** In the order in which they are shown. */
    public static final List<Shape> ALL =
            List.of(Fusio.SHAPE, Pocketbase.SHAPE, Nomic.SHAPE, Passport.SHAPE, Sphinx.SHAPE);

    private Shapes() {}
}
