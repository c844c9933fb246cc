package slope.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The arrows of ARCHITECTURE.md. It lies here because the command line sees every module.
class ArchitectureTest {
    private static final JavaClasses SLOPE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("slope");

    private static final List<String> OTHER_MODULES = List.of(
            "slope.bench",
            "slope.cli",
            "slope.duckdb",
            "slope.excel",
            "slope.onnx",
            "slope.report",
            "slope.run",
            "slope.serve",
            "slope.tables",
            "slope.vector");

    /// The packages of core, lowest first: each may use those above it in this list, the JDK and JSpecify's
    /// annotations.
    private static final List<String> CORE = List.of(
            "slope.internal.random",
            "slope.internal.function",
            "slope.internal.text",
            "slope.table",
            "slope.internal.table",
            "slope.internal.file",
            "slope.table.profile",
            "slope.kernel",
            "slope.preprocess",
            "slope.loss",
            "slope.metric",
            "slope.split",
            "slope.target",
            "slope.layer",
            "slope.optimizer",
            "slope.network",
            "slope.conformal",
            "slope.linear",
            "slope.training",
            "slope.training.diagnostics",
            "slope.model",
            "slope.evaluation",
            "slope.slice",
            "slope.explain",
            "slope.recipe",
            "slope.fit",
            "slope.fit.selection",
            "slope.checkpoint",
            "slope.internal.lesson",
            "slope.reference",
            "slope");

    private static final Set<String> FACTS_OF_ALL_KINDS =
            Set.of("slope.report.model.TargetFacts", "slope.report.trace.TracedLayer");
    private static final int MOST_PARAMETERS = 6;

    /// What a person chooses, how a choice is refused, and what an event carries.
    private static final Set<String> SETTINGS = Set.of(
            "slope.Slope",
            "slope.conformal.ClassSetKind",
            "slope.conformal.Coverage",
            "slope.conformal.CoverageChoice",
            "slope.explain.ColumnGroup",
            "slope.explain.Wanted",
            "slope.fit.ClassWeights",
            "slope.fit.Estimator",
            "slope.fit.FitPlan",
            "slope.fit.RowSelection",
            "slope.layer.Activation",
            "slope.layer.Initializer",
            "slope.metric.Metric",
            "slope.onnx.SlopeVersion",
            "slope.optimizer.Optimizer",
            "slope.recipe.PlainMlp",
            "slope.recipe.RealMlp",
            "slope.recipe.Recipe",
            "slope.recipe.CalibrationChoice",
            "slope.recipe.LinearPartChoice",
            "slope.recipe.Norm",
            "slope.recipe.Setting",
            "slope.recipe.SettingText",
            "slope.recipe.TabM",
            "slope.table.DataException",
            "slope.table.DateOrder",
            "slope.table.Spelling",
            "slope.table.Remedy",
            "slope.table.profile.ColumnSelection",
            "slope.table.profile.InputColumns",
            "slope.tables.DatabaseTable",
            "slope.tables.DecimalMark",
            "slope.tables.Delimiter",
            "slope.tables.Login",
            "slope.tables.ReadOptions",
            "slope.tables.TableSource",
            "slope.target.NumberLoss",
            "slope.target.TargetChoice",
            "slope.target.TargetKind",
            "slope.target.Threshold",
            "slope.training.DivergedException",
            "slope.training.Divergence",
            "slope.training.EpochLosses",
            "slope.training.EpochReport",
            "slope.training.Recovery");

    /// Packages that know less than their place would let them.
    private static final Map<String, List<String>> MAY_USE_ONLY = Map.of(
            "slope.kernel", List.of("slope.internal.function"),
            "slope.split",
                    List.of("slope.internal.random", "slope.internal.text", "slope.table", "slope.internal.table"),
            "slope.loss", List.of("slope.internal.function", "slope.kernel"),
            "slope.layer", List.of("slope.internal.random", "slope.internal.function", "slope.kernel"),
            "slope.network", List.of("slope.internal.random", "slope.kernel", "slope.layer"),
            "slope.internal.lesson", List.of("slope.internal.function", "slope.loss", "slope.layer", "slope.optimizer"),
            "slope.reference",
                    List.of(
                            "slope.internal.random",
                            "slope.internal.function",
                            "slope.internal.lesson",
                            "slope.loss",
                            "slope.layer",
                            "slope.optimizer",
                            "slope.network",
                            "slope.training"));

    @Test
    void everyPackageOfCoreHasItsPlace() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : SLOPE) {
            String name = each.getPackageName();
            if (OTHER_MODULES.stream().noneMatch(module -> name.equals(module) || name.startsWith(module + "."))) {
                found.add(name);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(CORE);
    }

    @TestFactory
    Stream<DynamicTest> eachPackageOfCoreUsesOnlyWhatIsBelowIt() {
        return CORE.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> below = MAY_USE_ONLY.getOrDefault(name, CORE.subList(0, CORE.indexOf(name)));
                    List<String> allowed = Stream.concat(
                                    Stream.of(name, "java..", "org.jspecify.annotations.."), below.stream())
                            .toList();
                    classes()
                            .that()
                            .resideInAPackage(name)
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
                        "slope.cli..",
                        "slope.layer..",
                        "slope.network..",
                        "slope.training..",
                        "slope.model..",
                        "slope.fit..",
                        "slope.evaluation..")
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
                        "slope.table",
                        "slope.internal.text",
                        "slope.internal.file",
                        "slope.internal.function",
                        "slope.preprocess",
                        "slope.target",
                        "slope.conformal",
                        "slope.layer",
                        "slope.network",
                        "slope.linear",
                        "slope.model",
                        "slope.fit",
                        "java..",
                        "org.jspecify.annotations..")
                .check(SLOPE);
    }

    @Test
    void onlyRunsAndReportsUseTheReferenceEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("slope.reference", "slope.run..", "slope.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("slope.reference")
                .check(SLOPE);
    }

    @Test
    void onlyOneModuleKnowsDuckDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("slope.duckdb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..")
                .check(SLOPE);
    }

    @Test
    void onlyTablesKnowDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackages("slope.duckdb..", "slope.tables")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..")
                .check(SLOPE);
    }

    @Test
    void onlyOneModuleKnowsWorkbooks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("slope.excel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dhatim..")
                .check(SLOPE);
    }

    @Test
    void onlyOneClassKnowsTheHttpServer() {
        noClasses()
                .that()
                .haveNameNotMatching("slope\\.serve\\.http\\.JdkServer.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.net.httpserver..")
                .check(SLOPE);
    }

    /// Options become a request, a run and a report. All else that a command needs is a value of those.
    @Test
    void theCommandLineUsesRunsReportsAndSettings() {
        classes()
                .that()
                .resideInAPackage("slope.cli..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "slope.cli..",
                                "slope.run..",
                                "slope.report..",
                                "slope.serve",
                                "slope.serve.studio",
                                "slope.internal.text",
                                "slope.internal.file",
                                "java..",
                                "picocli..",
                                "jdk.jshell.tool",
                                "org.jline..",
                                "org.jspecify.annotations..")
                        .or(describe(
                                "are settings, or what requests and events consist of",
                                each -> SETTINGS.contains(each.getName().split("\\$", 2)[0]))))
                .check(SLOPE);
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching("slope.(**)").should().beFreeOfCycles().check(SLOPE);
    }

    /// A method that needs more looks for a value that some of its parameters are parts of. Kernels name arrays,
    /// offsets and lengths instead, and vectors do; the facts of a target and of a layer are those of every kind.
    @Test
    void nothingButAKernelHasMoreThanSixParameters() {
        assertThat(SLOPE.stream()
                        .filter(each -> !each.getPackageName().matches("slope\\.(kernel|vector)"))
                        .filter(each -> !FACTS_OF_ALL_KINDS.contains(each.getName()))
                        .flatMap(each -> each.getCodeUnits().stream())
                        .filter(each -> !each.getModifiers().contains(JavaModifier.SYNTHETIC)) // lambdas capture more
                        .filter(each -> each.getRawParameterTypes().size() > MOST_PARAMETERS)
                        .map(JavaCodeUnit::getFullName))
                .isEmpty();
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
