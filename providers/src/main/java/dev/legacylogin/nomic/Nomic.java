package dev.legacylogin.nomic;

import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Optional;

/** NomicGameManager: <a href="https://github.com/Kirbitz/NomicGameManager.Api">Kirbitz/NomicGameManager.Api</a>. */
public final class Nomic {
    /** One path, for login and renewal. */
    public static final Shape SHAPE = new Shape(
            new NomicSettings(),
            new ServedBy.FixedClient("legacy-nomic"),
            Promises.NONE.accessToken(7200).renewed(),
            List.of(new NomicToken()),
            Optional.of(new NomicUsers()));

    private Nomic() {}
}
