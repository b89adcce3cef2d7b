package dev.legacylogin.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Test classes run side by side, and those that use the demo realm one after the other. */
class DemoRealmTest {

    @Test
    void whoUsesItLocksIt() {
        noClasses()
                .that()
                .areNotAnnotatedWith(ResourceLock.class)
                .and()
                .resideOutsideOfPackage("..benchmark..") // whose tests never run side by side
                .should()
                .callMethod(TestRealm.class, "demo")
                .check(new ClassFileImporter().importPackages("dev.legacylogin"));
    }
}
