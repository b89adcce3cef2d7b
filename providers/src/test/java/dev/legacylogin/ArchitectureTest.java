package dev.legacylogin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.storage.user.UserCountMethodsProvider;

/** Data goes one way, and only two packages know classes that Keycloak keeps to itself. */
class ArchitectureTest {
    private static final String ROOT = "dev.legacylogin.";
    private static final List<String> SHAPES = Shapes.ALL.stream()
            .map(shape -> shape.form().getClass().getPackageName())
            .toList();
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.legacylogin");

    /**
     * By the jar and not by the package: the interfaces of keycloak-server-spi-private share packages with them.
     * keycloak-services is where the endpoints, the managers and the authenticators are, keycloak-model-jpa where the
     * database is.
     */
    private static final DescribedPredicate<JavaClass> PRIVATE_TO_KEYCLOAK = describe(
            "come in the jar of keycloak-services or keycloak-model-jpa",
            type -> type.getBaseComponentType()
                    .getSource()
                    .map(source -> source.getUri().toString())
                    .filter(uri -> uri.matches(".*/keycloak-(services|model-jpa)-[0-9][^/]*[.]jar!.*"))
                    .isPresent());

    static List<String> shapes() {
        return SHAPES;
    }

    @Test
    void onlyTokenAndAdminDependOnKeycloaksPrivateClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "token", ROOT + "admin")
                .should()
                .dependOnClassesThat(PRIVATE_TO_KEYCLOAK)
                .check(MAIN);
    }

    @Test
    void thatRuleSeesWhatTokenDependsOn() {
        assertThat(privateClassesIn("token"))
                .contains(
                        "TokenEndpoint",
                        "TokenManager",
                        "BearerTokenAuthenticator",
                        "DefaultClientSessionContext",
                        "JpaConnectionProvider");
        assertThat(noClasses()
                        .should()
                        .dependOnClassesThat(PRIVATE_TO_KEYCLOAK)
                        .evaluate(MAIN)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void oneClassAsksTheDatabaseItself() {
        assertThat(MAIN.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .matches("jakarta[.]persistence.*|org[.]keycloak[.]connections[.]jpa.*")))
                        .map(JavaClass::getSimpleName))
                .containsOnly("MappedClients");
    }

    /** The admin API's extension point is private too, with its events; that is all that the package is for. */
    @Test
    void adminDependsOnItsExtensionPointAlone() {
        assertThat(privateClassesIn("admin"))
                .containsOnly("AdminRealmResourceProvider", "AdminRealmResourceProviderFactory", "AdminEventBuilder");
    }

    private static Stream<String> privateClassesIn(String ofOurs) {
        return MAIN.stream()
                .filter(type -> type.getPackageName().equals(ROOT + ofOurs))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(PRIVATE_TO_KEYCLOAK)
                .map(JavaClass::getSimpleName);
    }

    /** The check-up of a realm with a million users must not read them all. */
    @Test
    void checkupCountsUsersAndLoadsNone() {
        assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + "checkup"))
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .map(call -> call.getTarget())
                        .filter(target -> target.getOwner().isAssignableTo(UserCountMethodsProvider.class))
                        .map(target -> target.getName()))
                .containsOnly("getUsersCount");
    }

    @Test
    void thatRuleAllowsTheInterfacesOfTheSpi() {
        assertThat(MAIN.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass())
                        .filter(PRIVATE_TO_KEYCLOAK.negate())
                        .map(JavaClass::getName))
                .contains(
                        "org.keycloak.services.resource.RealmResourceProvider", "org.keycloak.protocol.ProtocolMapper");
    }

    @Test
    void tokenKnowsNothingOfWhatIsBuiltOnIt() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "token")
                .should()
                .dependOnClassesThat(describe(
                        "are ours and in another package",
                        type -> type.getPackageName().startsWith("dev.legacylogin")
                                && !type.getPackageName().equals(ROOT + "token")))
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aShapeKnowsNothingOfTheOthers(String shape) {
        String[] others = SHAPES.stream().filter(other -> !other.equals(shape)).toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(shape)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(MAIN);
    }

    @Test
    void nothingButTheirListKnowsTheShapes() {
        classes()
                .that()
                .resideInAnyPackage(SHAPES.toArray(String[]::new))
                .should()
                .onlyHaveDependentClassesThat(describe(
                        "are of a shape, or Shapes",
                        type -> SHAPES.contains(type.getPackageName()) || type.isEquivalentTo(Shapes.class)))
                .check(MAIN);
    }

    /** Shapes knows them all, and stands above them: neither they nor what they are built on may ask it. */
    @Test
    void whatAShapeIsBuiltOnDoesNotKnowTheList() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.concat(
                                SHAPES.stream(),
                                Stream.of("shape", "http", "settings", "token", "user")
                                        .map(ROOT::concat))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Shapes.class)
                .check(MAIN);
    }

    @Test
    void transportKnowsNeitherShapesNorKeycloak() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "http")
                .should()
                .dependOnClassesThat(describe(
                        "are Keycloak's, or ours and in another package",
                        type -> type.getPackageName().startsWith("org.keycloak")
                                || type.getPackageName().startsWith("dev.legacylogin")
                                        && !type.getPackageName().equals(ROOT + "http")))
                .check(MAIN);
    }

    @Test
    void everyPathHasItsRowInTheTestMatrix() {
        assertThat(Stream.of(Route.values()).map(route -> route.shape() + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(Shapes.ALL.stream()
                        .flatMap(shape ->
                                shape.endpoints().stream().map(endpoint -> shape.name() + " " + endpoint.path()))
                        .toList());
    }

    /** What holds for every shape is tested at its first path. */
    @Test
    void everyShapeHasALoginInTheTestMatrix() {
        assertThat(Route.EACH_SHAPE)
                .extracting(Route::shape)
                .containsExactlyElementsOf(
                        Shapes.ALL.stream().map(shape -> shape.name()).toList());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.legacylogin.(*)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothingIsUsedThatKeycloakDoesNotShip() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.legacylogin..",
                        "java..",
                        "javax.crypto..",
                        "jakarta.enterprise..",
                        "jakarta.persistence..",
                        "jakarta.ws.rs..",
                        "com.fasterxml.jackson..",
                        "com.google.auto.service..", // an annotation that is gone at run time
                        "io.netty.buffer..",
                        "io.netty.handler.codec.http..",
                        "io.vertx..",
                        "org.apache.commons.codec..",
                        "org.bouncycastle.crypto..",
                        "org.eclipse.microprofile.config..",
                        "org.jboss.logging..",
                        "org.keycloak..",
                        "org.snakeyaml.engine..")
                .check(MAIN);
    }

    @Test
    void everyPackageIsLookedAt() {
        assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
                .containsAll(SHAPES)
                .contains(ROOT + "token", ROOT + "endpoint", ROOT + "http", ROOT + "settings", ROOT + "user")
                .contains(ROOT + "checkup", ROOT + "admin", ROOT + "hash");
    }
}
