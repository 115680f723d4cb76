package dev.streamux.analyzer.gate.run;

/**
 * Whether one rule fires on one arm when that arm is harmed in a known way.
 *
 * @param rule the rule's id
 * @param arm the arm
 * @param harm what was done, in words
 * @param fires whether the rule failed then, as it must
 * @param message what the rule said
 */
public record Proof(String rule, String arm, String harm, boolean fires, String message) {}
