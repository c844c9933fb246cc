package slope.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The arrows of ARCHITECTURE.md. It lies here because the command line sees every module.
class ArchitectureTest {
    private static final JavaClasses SLOPE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("slope");

    /// What each package of core may use besides itself, the JDK and JSpecify's annotations.
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("slope.random", List.of());
        MAY_USE.put("slope.data", List.of("slope.random"));
        MAY_USE.put("slope.file", List.of("slope.data"));
        MAY_USE.put("slope.function", List.of());
        MAY_USE.put("slope.kernel", List.of("slope.function"));
        MAY_USE.put("slope.network", List.of("slope.random", "slope.kernel"));
        MAY_USE.put(
                "slope.training",
                List.of("slope.random", "slope.data", "slope.function", "slope.kernel", "slope.network"));
        MAY_USE.put("slope.evaluation", List.of("slope.data"));
        MAY_USE.put(
                "slope.model",
                List.of("slope.data", "slope.kernel", "slope.network", "slope.training", "slope.evaluation"));
        MAY_USE.put(
                "slope.checkpoint",
                List.of(
                        "slope.data",
                        "slope.file",
                        "slope.network",
                        "slope.training",
                        "slope.evaluation",
                        "slope.model"));
        MAY_USE.put("slope.reference", List.of("slope.function", "slope.network", "slope.training"));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageOfCoreUsesOnlyWhatIsBelowIt() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> allowed = Stream.concat(
                                    Stream.of(entry.getKey(), "java..", "org.jspecify.annotations.."),
                                    entry.getValue().stream())
                            .toList();
                    classes()
                            .that()
                            .resideInAPackage(entry.getKey())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .check(SLOPE);
                }));
    }

    @Test
    void tablesUseOnlyTheDataOfCore() {
        noClasses()
                .that()
                .resideInAPackage("slope.tables..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "slope.cli..", "slope.network..", "slope.training..", "slope.model..", "slope.evaluation..")
                .check(SLOPE);
    }

    @Test
    void savedModelsNeedNothingButCore() {
        classes()
                .that()
                .resideInAPackage("slope.onnx..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "slope.onnx..",
                        "slope.data",
                        "slope.file",
                        "slope.function",
                        "slope.model",
                        "slope.network",
                        "java..",
                        "org.jspecify.annotations..")
                .check(SLOPE);
    }

    @Test
    void onlyTheCommandLineUsesTheReferenceEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("slope.reference", "slope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("slope.reference")
                .check(SLOPE);
    }

    @Test
    void onlyTheTablesModuleKnowsDuckDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("slope.tables..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(SLOPE);
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching("slope.(**)").should().beFreeOfCycles().check(SLOPE);
    }

    @Test
    void theLibraryPrintsNothing() {
        noClasses()
                .that()
                .resideOutsideOfPackage("slope.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(SLOPE);
    }
}
