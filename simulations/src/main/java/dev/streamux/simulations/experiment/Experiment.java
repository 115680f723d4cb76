package dev.streamux.simulations.experiment;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.experiment.answer.Answer;
import dev.streamux.simulations.experiment.answer.Evidence;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a scenario's question: {@code experiment.json}.
 *
 * @param schema always {@value #SCHEMA}
 * @param question the scenario's
 * @param answer to it, a sentence each, with numbers; empty if nothing was measured that answers it
 * @param responses how many there were in all phases
 * @param reached how many of them got any answer, be it a refusal
 * @param budgets the verdicts, empty if the scenario has none or searches for saturation
 * @param tables what to show, in order
 */
public record Experiment(
        String schema,
        String question,
        List<String> answer,
        int responses,
        int reached,
        List<BudgetVerdict> budgets,
        List<Table> tables) {
    /** The version of the file's form. */
    public static final String SCHEMA = "streamux-experiment/1";

    /** The file's name in a run directory. */
    public static final String FILE = "experiment.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Experiment {
        answer = List.copyOf(answer);
        budgets = List.copyOf(budgets);
        tables = List.copyOf(tables);
    }

    /** Reads the traces of a run of this scenario; emissions are used if they are there. */
    public static Experiment of(Scenario scenario, RunDirectory run, BudgetJudge judge) {
        List<EmissionTrace> emissions =
                Files.exists(run.emissions()) ? TraceReader.emissions(run.emissions()) : List.of();
        return of(scenario, TraceReader.responses(run.responses()), emissions, judge);
    }

    static Experiment of(
            Scenario scenario, List<ResponseTrace> responses, List<EmissionTrace> emissions, BudgetJudge judge) {
        List<ResponseTrace> measured = responses.stream()
                .filter(response -> response.phase().equals(ResponseTrace.MEASURE))
                .collect(Collectors.toList());
        boolean search = scenario.load() instanceof Load.Saturation;
        List<BudgetVerdict> budgets = search ? List.of() : Budgets.judge(scenario, measured, judge);
        List<Table> tables = new ArrayList<>();
        tables.add(ArmTable.of(scenario.arms(), measured));
        if (search) {
            tables.add(SaturationTable.of(scenario.budgets(), measured));
        }
        if (scenario.arms().stream().anyMatch(arm -> !arm.stop().equals(StopCondition.NEVER))) {
            tables.add(EarlyStopTable.of(scenario.arms(), measured, emissions));
        }
        if (scenario.arms().stream().anyMatch(arm -> arm.recovery().isPresent())) {
            tables.add(RecoveryTable.of(scenario.arms(), measured));
        }
        if (!budgets.isEmpty()) {
            tables.add(Budgets.table(budgets));
        }
        int reached = (int) responses.stream()
                .filter(response -> response.outcome() != Outcome.UNREACHABLE)
                .count();
        List<String> answer = Answer.of(new Evidence(scenario, responses, measured, emissions));
        return new Experiment(SCHEMA, scenario.question(), answer, responses.size(), reached, budgets, tables);
    }

    /** Whether nobody answered although somebody asked. */
    public boolean targetUnreachable() {
        return responses > 0 && reached == 0;
    }

    /** Whether a budget is broken. */
    public boolean budgetBroken() {
        return budgets.stream().anyMatch(budget -> budget.verdict() == BudgetVerdict.Verdict.BROKEN);
    }

    /** Whether a budget could not be judged. */
    public boolean budgetUndecided() {
        return budgets.stream().anyMatch(budget -> budget.verdict() == BudgetVerdict.Verdict.UNDECIDED);
    }

    /** Writes {@value #FILE} into the run directory. */
    public void write(RunDirectory run) {
        Path file = run.path().resolve(FILE);
        try {
            Files.write(file, MAPPER.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
