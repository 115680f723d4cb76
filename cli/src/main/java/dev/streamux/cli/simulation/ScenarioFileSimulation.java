package dev.streamux.cli.simulation;

import dev.streamux.simulations.gatling.ScenarioSimulation;
import dev.streamux.simulations.launch.LaunchProperties;
import dev.streamux.simulations.run.ProgressPrinter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The simulation behind {@code ./streamux run}: plays the scenario that the system properties name. It stops when its
 * standard input says something or ends, so that it never outlives the process that started it.
 *
 * <p>It is not in the module of the simulations: Gatling's plugin looks into every jar, and whoever has that module as a
 * dependency would find a second simulation beside their own.
 */
public final class ScenarioFileSimulation extends ScenarioSimulation {

    /** Made by Gatling. */
    public ScenarioFileSimulation() {
        super(
                LaunchProperties.read(System.getProperties()),
                new ProgressPrinter(System.err, Boolean.getBoolean(LaunchProperties.TERMINAL)));
        ignoreInterrupt();
        Thread listener = new Thread(this::awaitStop, "streamux-stop-listener");
        listener.setDaemon(true);
        listener.start();
    }

    private void awaitStop() {
        try {
            int first = System.in.read();
            run().stop();
            if (first >= 0) {
                System.err.println("stopping; what was measured is kept");
            }
        } catch (IOException e) {
            run().stop();
        }
    }

    /**
     * A terminal sends Ctrl-C to both processes. The other one asks us to stop; to be killed meanwhile would cost the
     * result. The class is reached by name because the compiler warns of it whatever one does.
     */
    private static void ignoreInterrupt() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            handler.getField("SIG_IGN").get(null));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | NoSuchFieldException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            System.err.println("Ctrl-C may cut the result short: " + e);
        }
    }
}
