/** The books: what each answer did, counted, measured and handed to the log. */
@NullMarked
package dev.streamux.mockllm.ledger;

import org.jspecify.annotations.NullMarked;
