/** What the decode command reads its request from. */
@NullMarked
package dev.streamux.cli.decode;

import org.jspecify.annotations.NullMarked;
