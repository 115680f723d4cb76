package dev.streamux.cli.run;

import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.trace.InvalidInputException;
import picocli.CommandLine.Option;

/** Whose clock dates what arrives. */
public final class StampOption {
    @Option(
            names = "--kernel-stamps",
            description = "Dates what arrives by the kernel's receive stamps: Linux, Java 22 or newer, plain HTTP/1.1;"
                    + " other connections keep the client's own. The trace names its clock.")
    private boolean kernel;

    /**
     * Whether kernel stamps are wanted.
     *
     * @throws InvalidInputException if they are and cannot be had here
     */
    public boolean kernelStamps() {
        if (kernel) {
            KernelOpener.requireAvailable();
        }
        return kernel;
    }
}
