package dev.legacylogin;

import dev.legacylogin.fusio.Fusio;
import dev.legacylogin.importing.UserTable;
import dev.legacylogin.nomic.Nomic;
import dev.legacylogin.passport.Passport;
import dev.legacylogin.pocketbase.Pocketbase;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.sphinx.Sphinx;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ProtocolMapperContainerModel;

/** The old APIs that are built in. Everything that is for all of them goes over this list. */
public final class Shapes {
    /** In the order in which they are shown. */
    public static final List<Shape> ALL =
            List.of(Fusio.SHAPE, Pocketbase.SHAPE, Nomic.SHAPE, Passport.SHAPE, Sphinx.SHAPE);

    private Shapes() {}

    /** The tables of users that are known, by the shape's name. */
    public static Map<String, UserTable> tables() {
        return ALL.stream()
                .filter(shape -> shape.users().isPresent())
                .collect(Collectors.toMap(Shape::name, shape -> shape.users().get()));
    }

    /** Which of these clients or client scopes carry which shape's form; nothing for a shape that none carries. */
    public static <T extends ProtocolMapperContainerModel> Map<Shape, List<T>> carriers(Stream<T> owners) {
        return owners.flatMap(owner ->
                        ALL.stream().filter(shape -> shape.form().isOn(owner)).map(shape -> Map.entry(shape, owner)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
