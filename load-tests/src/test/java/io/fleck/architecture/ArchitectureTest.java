package io.fleck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"io.fleck"},
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule shouldHaveNoPackageCycle =
            slices().matching("io.fleck.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreShouldKnowNoKafkaNoAvroNoNativeCode = noClasses()
            .that()
            .resideInAPackage("io.fleck.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.confluent..",
                    "ai.onnxruntime..",
                    "ai.djl..",
                    "org.bytedeco..",
                    "io.fleck.avro..",
                    "io.fleck.serdes..",
                    "io.fleck.stream..");

    @ArchTest
    static final ArchRule fittingShouldStayOffTheStreamingPath = noClasses()
            .that()
            .resideInAnyPackage("io.fleck.stream..", "io.fleck.core..", "io.fleck.serdes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fleck.fitting..", "io.fleck.training..");

    @ArchTest
    static final ArchRule enginesShouldBeReachedThroughTheirInterface = noClasses()
            .that()
            .resideOutsideOfPackages("io.fleck.onnxruntime..", "io.fleck.tensorrt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fleck.onnxruntime..", "io.fleck.tensorrt..");

    @ArchTest
    static final ArchRule localClusterShouldKnowOnlySerdesAndTheCommandLine = classes()
            .that()
            .resideInAPackage("io.fleck.cluster..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.fleck.core..", "io.fleck.stream..", "io.fleck.fitting..", "io.fleck.demo..", "io.fleck.load..");

    @ArchTest
    static final ArchRule kafkaStreamsInternalsShouldStayInOneClass = noClasses()
            .that()
            .haveNameNotMatching("io\\.fleck\\.stream\\.pending\\.PendingResults(\\$.*)?")
            .and()
            .resideInAPackage("io.fleck..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..internals..");

    @ArchTest
    static final ArchRule commandsShouldEndThroughTheirExitCode = noClasses()
            .that()
            .resideOutsideOfPackage("io.fleck.cli")
            .and()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("only a main class may end the process, so that every command can run inside a test");
}
