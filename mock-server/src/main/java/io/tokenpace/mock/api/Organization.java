package io.tokenpace.mock.api;

/** Whose account all requests are made on. */
public final class Organization {
    /** The organization, as the {@code anthropic-organization-id} header names it. */
    public static final String ID = "0c1f4e9a-5a2b-4d6e-9b1c-7f3d2a8e6b50";

    /** The workspace, as the {@code anthropic-workspace-id} header names it. */
    public static final String WORKSPACE = "wrkspc_01TokenpaceMockServer";

    private Organization() {}
}
