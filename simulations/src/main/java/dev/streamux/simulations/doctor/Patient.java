package dev.streamux.simulations.doctor;

import dev.streamux.protocol.chat.Dialect;
import java.net.URI;
import java.util.Optional;

/**
 * The endpoint to examine and how to ask it.
 *
 * @param target its address
 * @param dialect what it speaks
 * @param model the model's name
 * @param prompt the question; long answers tell more
 * @param apiKeyVariable the environment variable that holds the key
 */
public record Patient(URI target, Dialect dialect, String model, String prompt, Optional<String> apiKeyVariable) {}
