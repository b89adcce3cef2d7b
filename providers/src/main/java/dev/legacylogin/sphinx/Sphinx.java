package dev.legacylogin.sphinx;

import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;

/** sphinx-cbs: <a href="https://github.com/jisonglee/sphinx-cbs">jisonglee/sphinx-cbs</a>. */
public final class Sphinx {
    /** A login and a refresh. */
    public static final Shape SHAPE = new Shape(
            new SphinxSettings(),
            new ServedBy.FixedClient("legacy-sphinx"),
            Promises.NONE
                    .accessToken(1800)
                    .refreshToken(14400)
                    .tokensInHeadersWhere(settings -> !SphinxSettings.deliversInBody(settings))
                    .trustedFields("redirect"),
            List.of(new SphinxLogin(), new SphinxRefresh()),
            Optional.empty());

    private Sphinx() {}
}
