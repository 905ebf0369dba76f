package io.tokenpace.mock.http;

import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.api.DeltaFrames;
import io.tokenpace.mock.api.RequestKeys;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.text.Samplers;
import io.tokenpace.mock.truth.Instruments;

/** What all connections of a server share to answer their requests. */
record Answering(
        IsolatedService service,
        RequestKeys keys,
        Apis apis,
        Lookup lookup,
        DeltaFrames frames,
        Samplers samplers,
        Faults faults,
        Errors errors,
        Plays plays,
        Instruments record,
        Watching watching) {}
