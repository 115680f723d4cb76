package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of reference vectors, to tick off; a vector whose test is gone fails. */
class VectorTableTest {
    private static final String HERE = "dev.streamux.analyzer.";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what                                                    | test class                    | test
                "five traces: first text, TSI, wait, idle, finish, MRD      | metric.ReferenceTableTest     | timesAreExact",
                "five traces: Andes QoE, stall ratio, smoothness            | metric.ReferenceTableTest     | sharesAreThoseOfTheTable",
                "five traces: fluidity at 100/50 and 1000/200 ms            | metric.ReferenceTableTest     | deadlinesAreCountedInWholeNanoseconds",
                "five traces: stalls above 500 ms                           | metric.ReferenceTableTest     | stallsAreGapsAboveHalfASecond",
                "five traces: modelled slow share of one reader             | metric.ReferenceTableTest     | theSlowShareOfOneReader",
                "five traces: slow share over 20 readers                    | run.RunTallyTest              | theSlowShareIsAveragedOverReaders",
                "five traces: gain from streaming                           | metric.gain.StreamingGainTest | everyAnswerIsComparedWithItselfShownWhole",
                "five traces, character by character                        | metric.ReaderOracleTest       | theReferenceTracesReadCharacterByCharacter",
                "random traces, character by character                      | metric.ReaderOracleTest       | randomTracesReadCharacterByCharacter",
                "five traces: delivery verdicts                             | run.RunTallyTest              | everyReferenceTraceHasItsDeliveryVerdict",
                "facts of transport are not invariant                       | metric.MetricLawTest          | factsOfTransportDoChangeWhenAChunkIsCut",
                "P1 cutting a chunk changes nothing                         | metric.MetricLawTest          | cuttingAChunkInPiecesOfEqualTimeChangesNoBit",
                "P2 delay never improves a gate metric                      | metric.DelayMonotonyTest      | holdingTextBackNeverImprovesAMetricThatIsFitForAGate",
                "P3 moving everything moves the waits                       | metric.MetricLawTest          | movingEverythingMovesTheWaitsByAsMuch",
                "P4 scaling time scales times and keeps shares              | metric.MetricLawTest          | aSlowerWorldWithASlowerReaderScalesTimesAndKeepsShares",
                "P5 bounds                                                  | metric.MetricLawTest          | waitsLieWithinTheirBounds",
                "P6 faster readers wait no less                             | metric.MetricLawTest          | fasterReadersWaitNoLess",
                "P6 the ends: first text and last                           | metric.MetricLawTest          | theReaderWaitGoesFromTheFirstTextToTheLast",
                "P7 a buffered answer has one time                          | metric.MetricLawTest          | aBufferedAnswerHasOneTimeForEverything",
                "Andes: five rows of the authors' test lists, both forms    | vectors.AndesVectorsTest      | theAuthorsOwnTestLists",
                "Andes: 7/9 by hand                                         | vectors.AndesVectorsTest      | theExampleByHand",
                "Andes: counter-example 1/3 to 67/136                       | metric.CounterExampleTest     | andesQoeRisesWhenTheLastCharacterIsHeldBack",
                "fluidity: counter-example 0 to 1/7                         | metric.CounterExampleTest     | fluidityRisesWhenBothTokensComeLater",
                "Lighthouse: control points, LCP, FCP, Speed Index, TBT, …  | vectors.LighthouseVectorsTest | scoresOfLighthouse",
                "Lighthouse: spreads of the log-normal form                 | vectors.LighthouseVectorsTest | theScoreIsTheUpperTailOfALogNormalDistribution",
                "Lighthouse: scores stay on their side                      | vectors.LighthouseVectorsTest | roundingNeverMovesAScoreOverAControlPoint",
                "slow share: both facts, T50, beta                          | perception.SlowShareModelTest | theCurveGoesThroughBothFacts",
                "slow share: between the facts                              | perception.SlowShareModelTest | sharesBetweenTheFacts",
                "slow share: floors                                         | perception.SlowShareModelTest | aFloorFitsTheFactsAsWell",
                "slow share: probit and Weibull                             | perception.SlowShareModelTest | otherFormsFitTheFactsAsWell",
                "slow share: kappa                                          | perception.SlowShareModelTest | occupiedTimeIsTheLargestUnknownOfLongAnswers",
                "slow share: the mapping is averaged, not the average       | vectors.SlowShareVectorsTest  | theMappingIsAveragedAndNotTheAverageMapped",
                "slow share: odds of the facts                              | vectors.SlowShareVectorsTest  | theOddsOfBothFacts",
                "slow share: waits of 10, 25, 75 and 90 %                   | vectors.SlowShareVectorsTest  | waitsThatSoManyCallSlow",
                "slow share: probit and Weibull elsewhere                   | vectors.SlowShareVectorsTest  | otherFormsAtOtherWaits",
                "slow share: bands of 50, 100 and 200 raters                | vectors.SlowShareVectorsTest  | fewerRatersWidenTheBand",
                "slow share: maximum likelihood without derivatives         | vectors.SlowShareVectorsTest  | theMaximumOfTheLikelihoodIsThatOfAnOptimiserWithoutDerivatives",
                "slow share: maximum likelihood                             | perception.rating.RecalibrationTest | theFitIsTheMaximumOfTheLikelihood",
                "readers: quantiles of the population                       | perception.SlowShareModelTest | theReadersOfThePopulation",
                "readers: words a minute in characters a second             | vectors.ReadingSpeedVectorsTest | wordsAMinuteInCharactersASecond",
                "readers: spread and median                                 | vectors.ReadingSpeedVectorsTest | theSpreadPutsFourReadersInFiveBetween175And300Words",
                "readers: who starves                                       | vectors.ReadingSpeedVectorsTest | aStreamStarvesWhoReadsFaster",
                "readers: nobody starves at 40 tokens a second              | vectors.ReadingSpeedVectorsTest | atFortyTokensASecondNobodyWaitsAfterTheFirstText",
                "x, y: shift, interval, ratio                               | stats.rank.HodgesLehmannTest  | shiftAndIntervalOfTheReferenceSamples",
                "x, y: Mann-Whitney                                         | stats.rank.RankTestsTest      | mannWhitneyOfTheReferenceSamples",
                "x, y: Cliff's delta                                        | stats.rank.RankTestsTest      | cliffsDeltaCountsPairs",
                "x, y: Kolmogorov-Smirnov, strict and not                   | vectors.LibraryTrapsTest      | theLibrarysDefaultIsTheStrictOne",
                "trap: U without a direction                                | vectors.LibraryTrapsTest      | theLibrarysUHasNoDirection",
                "trap: Mann-Whitney without ties                            | vectors.LibraryTrapsTest      | theLibrarysMannWhitneyDoesNotCorrectForTies",
                "trap: Kolmogorov-Smirnov with jittered ties                | vectors.LibraryTrapsTest      | theLibraryBreaksTiesByChance",
                "trap: signed rank exact for 30 pairs only                  | vectors.LibraryTrapsTest      | theLibrarysSignedRankIsExactForThirtyPairsOnly",
                "trap: percentiles that are not R-7                         | vectors.LibraryTrapsTest      | theLibrarysPercentileIsAnotherOne",
                "trap: distributions that build a generator                 | stats.StatsArchitectureTest   | noDistributionBuildsAGeneratorOfItsOwn",
                "trap: deadlines counted in doubles                         | metric.CounterExampleTest     | deadlinesCountedInSecondsWouldLoseOne",
                "x: R-7 percentiles                                         | stats.SampleTest              | quantilesFollowR7",
                "ranks of order-statistic intervals                         | stats.QuantileBoundsTest      | ranksOfTheTwoSidedInterval",
                "smallest samples of an interval                            | stats.QuantileBoundsTest      | minimumSizeIsWhereMinToMaxCovers",
                "order statistics cover, a bootstrap would not              | stats.QuantileBoundsTest      | intervalsCoverAtLeastAsOftenAsStated",
                "Wilson 22 and 68 of 100                                    | stats.SharesAndSizesTest      | wilsonOfAHundred",
                "Newcombe 68 and 22 of 100                                  | stats.SharesAndSizesTest      | newcombesDifferenceOf68And22OfAHundred",
                "Holm and Benjamini-Hochberg                                | stats.SharesAndSizesTest      | holmAndBenjaminiHochberg",
                "Noether sample sizes                                       | stats.SharesAndSizesTest      | noetherSizes",
                "sample sizes of shares                                     | stats.SharesAndSizesTest      | sizesForShares",
                "smoothing: first text 150 ms                               | presentation.PresentationPolicyTest | smoothingByWordShowsLeadingSpaceTokensOneTokenLate",
                "smoothing: Chinese 5100 ms                                 | presentation.PresentationPolicyTest | smoothingByWordBuffersATextWithoutSpacesAgain",
                "smoothing: smeared to 7090 ms                              | presentation.PresentationPolicyTest | smoothingByWordSmearsAnAnswerThatComesAtOnce",
                "churn: a flash of asterisks counts                         | markdown.StreamedMarkdownTest | boldTextFlashesItsAsterisks",
                "churn: plain text has none                                 | markdown.StreamedMarkdownTest | plainTextIsNeverTakenBack",
                "frames: rounded up                                         | presentation.PresentationPolicyTest | framesRoundUpAndNeverDown",
                "screen reader: 183 words a minute, and sentences           | presentation.PresentationTallyTest | listenersHaveTheirOwnSpeedAndNoSlowShare",
                "screen reader at the end: 5100 ms                          | presentation.PresentationPolicyTest | aScreenReaderThatWaitsForTheEndMakesAStreamABufferedAnswer",
            })
    void everyVectorHasItsTest(String vector, String type, String method) throws ClassNotFoundException {
        List<Method> found = Arrays.stream(Class.forName(HERE + type).getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .toList();
        assertThat(found).as(vector).hasSize(1);
        assertThat(found.get(0).isAnnotationPresent(Test.class)
                        || found.get(0).isAnnotationPresent(ParameterizedTest.class))
                .as("%s: %s.%s is a test", vector, type, method)
                .isTrue();
    }
}
