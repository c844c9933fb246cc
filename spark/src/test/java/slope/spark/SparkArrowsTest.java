package slope.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows of ARCHITECTURE.md for this module, which no other module sees.
class SparkArrowsTest {
    private static final JavaClasses SLOPE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("slope");

    @Test
    void onlyThisModuleKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage("slope.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "scala..", "slope.spark..")
                .check(SLOPE);
    }

    /// So that another launcher of workers can use it.
    @Test
    void theExchangeDoesNotKnowSpark() {
        classes()
                .that()
                .resideInAPackage("slope.spark.exchange")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "slope.spark.exchange",
                        "slope.training",
                        "slope.table",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify.annotations..")
                .check(SLOPE);
    }
}
