package dev.streamux.analyzer.stats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StatsArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.analyzer");

    @Test
    void statisticsKnowNothingElseOfStreamux() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.stats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.streamux.trace..",
                        "dev.streamux.analyzer.metric..",
                        "dev.streamux.analyzer.comparison..",
                        "dev.streamux.analyzer.gate..",
                        "dev.streamux.analyzer.result..")
                .check(CLASSES);
    }

    @Test
    void whatASampleIsKnowsNoTest() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.stats")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.streamux.analyzer.stats.rank..", "dev.streamux.analyzer.stats.sequential..")
                .check(CLASSES);
    }

    @Test
    void noDistributionBuildsAGeneratorOfItsOwn() {
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "builds a distribution without naming its generator",
                        call -> isDistribution(call.getTargetOwner())
                                && !call.getTarget()
                                        .getRawParameterTypes()
                                        .get(0)
                                        .isEquivalentTo(org.apache.commons.math3.random.RandomGenerator.class)))
                .check(CLASSES);
    }

    private static boolean isDistribution(JavaClass type) {
        return type.getPackageName().equals("org.apache.commons.math3.distribution");
    }

    @Test
    void comparisonsDoNotKnowTheGateNorRulesTheJudge() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.comparison..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.streamux.analyzer.gate..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.gate.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.streamux.analyzer.gate",
                        "dev.streamux.analyzer.gate.file",
                        "dev.streamux.analyzer.gate.run")
                .check(CLASSES);
    }
}
