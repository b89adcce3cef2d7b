package dev.legacylogin.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Test classes run side by side, and those that use the demo realm one after the other. */
class DemoRealmTest {
    private static final DescribedPredicate<JavaClass> NO_LOCK = describe(
            "do not lock it",
            type -> type.tryGetAnnotationOfType(ResourceLock.class)
                    .filter(lock -> lock.value().equals(TestRealm.DEMO))
                    .isEmpty());

    private static final DescribedPredicate<JavaAccess<?>> DEMO = describe(
            "TestRealm.demo()",
            access -> access.getTargetOwner().isEquivalentTo(TestRealm.class)
                    && access.getName().equals("demo"));

    @Test
    void whoUsesItLocksIt() {
        noClasses()
                .that(NO_LOCK)
                .and()
                .resideOutsideOfPackage("..benchmark..") // whose tests never run side by side
                .should()
                .accessTargetWhere(DEMO)
                .check(new ClassFileImporter().importPackages("dev.legacylogin"));
    }
}
