/** The ready-made scenarios as simulations for {@code mvn -pl simulations gatling:test -Dgatling.simulationClass=…}. */
package dev.streamux.simulations.ready;
