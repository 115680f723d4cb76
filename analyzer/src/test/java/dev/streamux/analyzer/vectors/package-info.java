/**
 * The reference vectors of the analyzer: numbers from papers, from their authors' code and from hand computation. {@link
 * dev.streamux.analyzer.vectors.VectorTableTest} lists every one of them with the test that holds it.
 */
@NullMarked
package dev.streamux.analyzer.vectors;

import org.jspecify.annotations.NullMarked;
