package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Manifest;

/** What a run is called and what it takes to repeat it. */
public record RunIdentity(String id, Manifest manifest) {}
