/**
 * The {@code bench} command. {@link io.tokenpace.cli.Main} is the way in; each subcommand is a class, each group of
 * options another, and {@link io.tokenpace.cli.EmbeddedMock} is the one place that adapts the mock to the client.
 */
package io.tokenpace.cli;
