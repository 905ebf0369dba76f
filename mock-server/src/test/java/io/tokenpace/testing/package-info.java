/**
 * What the tests of every module share: {@link io.tokenpace.testing.LeakGuard} fails a test class that lost a Netty
 * buffer, and {@link io.tokenpace.testing.HouseRules} holds a module's packages to their table.
 */
package io.tokenpace.testing;
